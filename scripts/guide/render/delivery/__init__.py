"""How a page travels: styled in its first response, small, with a policy for what it may load and run."""
