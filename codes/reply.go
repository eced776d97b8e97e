package codes

import "strconv"

// Reply is an SMTP reply code (RFC 5321, section 4.2), such as 550. The zero
// value means that none was given.
type Reply uint16

// IsValid reports whether r is a three-digit code of the classes that
// RFC 5321, section 4.2.1 defines, 2 to 5.
func (r Reply) IsValid() bool { return 200 <= r && r <= 599 }

// Class returns the first digit of r: 2, 3, 4 or 5, or 0 where r is no valid
// code.
func (r Reply) Class() int {
	if !r.IsValid() {
		return 0
	}
	return int(r) / 100
}

// Permanent reports whether r refuses for good: 5yz.
func (r Reply) Permanent() bool { return r.Class() == 5 }

// Transient reports whether r refuses for now: 4yz.
func (r Reply) Transient() bool { return r.Class() == 4 }

// Positive reports whether r accepts: 2yz, or 3yz for a command that wants
// more.
func (r Reply) Positive() bool { return r.Class() == 2 || r.Class() == 3 }

// String returns r as three digits, and "" for zero.
func (r Reply) String() string {
	if r == 0 {
		return ""
	}
	return strconv.Itoa(int(r))
}

// ofAuth reports whether r is given to an AUTH command alone (RFC 4954,
// section 6).
func (r Reply) ofAuth() bool { return r == 534 || r == 535 || r == 538 }
