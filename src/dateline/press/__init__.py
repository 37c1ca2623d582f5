"""What must be made again, with the reason; rendered, compressed, committed."""
