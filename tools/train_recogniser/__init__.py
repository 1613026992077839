"""Train the sentence encoder on the skills languages' own texts. Run with `make train-recogniser`."""
