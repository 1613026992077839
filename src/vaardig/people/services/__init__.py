"""What people do in this room, cut by noun."""
