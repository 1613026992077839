"""What people do with a plan, cut by noun. Later rooms use `goals.make_goal` and `actions.add_action`."""
