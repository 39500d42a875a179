"""A camera's file → a picture that may be printed."""
