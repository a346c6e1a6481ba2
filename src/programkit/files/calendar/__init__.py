"""Calendar files (RFC 5545, RFC 7986): writing them."""
