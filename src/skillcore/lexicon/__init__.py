"""The shape of a skills language: how versions follow each other, how words are compared, how labels are searched."""
