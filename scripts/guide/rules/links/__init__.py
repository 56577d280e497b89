"""Family LK: links, anchors and addresses that were published."""
