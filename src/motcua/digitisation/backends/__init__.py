"""The outside tools: what opens files, reads words, codes images and writes PDF."""
