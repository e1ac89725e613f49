"""`python -m flashgen`, for those whose PATH doesn't have the `flashgen` command."""

from flashgen.cli import main

if __name__ == "__main__":
    main()
