"""What makes a draft work: mechanisms and roles of government, suggested, chosen and seen in cases."""
