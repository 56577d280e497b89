"""What a page is made of, read twice: from its Markdown and from its HTML, then compared part by part.

``parts`` what both readings consist of; ``html`` reads tags, ``written`` reads Markdown, ``compare`` tells the
differences at the line of the Markdown, ``marks`` and ``outline`` tell what is wrong in itself.
"""
