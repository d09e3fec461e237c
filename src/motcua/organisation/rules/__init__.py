"""What officers may do, and when offices are open."""
