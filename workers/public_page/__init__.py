"""The city's public pages: static files in six languages, made from what is published and from nothing else."""
