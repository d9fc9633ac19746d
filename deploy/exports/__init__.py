"""What an instance gives out: a theme's open data, as files with their hashes."""
