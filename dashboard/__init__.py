"""Where the reader stands: pages, controls, cards. The only room that knows Streamlit."""
