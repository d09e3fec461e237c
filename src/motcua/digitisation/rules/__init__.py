"""What is decided about pages and texts, without any tool."""
