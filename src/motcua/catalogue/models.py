"""Procedures the administration offers."""
