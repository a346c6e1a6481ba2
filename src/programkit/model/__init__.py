"""The facts, the decisions and the answers, as frozen pydantic models."""
