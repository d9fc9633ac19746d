"""A whole instance in one sealed file, and back."""
