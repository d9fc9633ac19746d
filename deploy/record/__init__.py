"""The record of truth and what follows from it: verified, told again, worked again, brought up to date."""
