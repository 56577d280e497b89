"""The guide's colour where no stylesheet reaches: in the bar of a browser, in pictures.

``docs/assets/css/base.css`` and ``not-found.css`` have it too.
"""

BAR, BAR_AT_NIGHT = "#12445a", "#0c3344"
