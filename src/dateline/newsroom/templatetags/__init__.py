"""What the screens' templates may ask."""
