"""Packets for raters: blind, criterion by criterion, in an order drawn by a seed, balanced over pairs of raters."""
