"""`python -m graph` is `changai`."""

import sys

from graph.cli import main

sys.exit(main())
