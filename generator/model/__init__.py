"""The directory as frozen, typed values in the field's terms (Open Referral HSDS 3)."""
