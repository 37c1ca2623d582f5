"""What judges of whole pages share: how tests and the audit ask a running demo."""
