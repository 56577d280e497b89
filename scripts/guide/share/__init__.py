"""What readers pass on: short addresses with their pages and QR codes, what apps and machines read of a page."""
