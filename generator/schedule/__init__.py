"""From a schedule to dates, to a recurrence rule of RFC 5545, and to sentences that visitors read."""
