"""What the commands do; ``cli`` reads their arguments. Each has ``run(options)`` and returns an exit code."""

CLEAN, FINDINGS, MISUSE, INTERNAL = 0, 1, 2, 3
