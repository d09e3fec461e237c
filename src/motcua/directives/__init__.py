"""An order becomes a target with an owner and a day; its progress is measured and never typed."""
