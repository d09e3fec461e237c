"""The little glue that every area shares: announcing, answering, reading one row."""
