"""`python -m kegen` is `kegen`."""

from kegen.cli import main

if __name__ == "__main__":
    main()
