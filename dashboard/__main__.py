"""``python -m dashboard``: the dashboard on http://localhost:8501."""

from dashboard.server import main

if __name__ == "__main__":
    main()
