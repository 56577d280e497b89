"""Serve the guide on this machine."""

from __future__ import annotations

import argparse


def run(options: argparse.Namespace) -> int:
    """Build and serve the tree at ``options.root`` until interrupted."""
    from ..render.serve import serve

    return serve(options.root, options.port)
