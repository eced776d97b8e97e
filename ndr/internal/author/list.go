package author

import (
	"strings"
)

// listRoles are what list managers add to the name of a list to make the
// addresses that they write from.
var listRoles = []string{"-bounces", "-owner", "-request", "-admin", "-help", "-confirm", "-errors", "+owner", "+help", "+bounces"}

// leadingRoles are what they put in front of it.
var leadingRoles = []string{"owner-", "join-", "leave-"}

// ListName returns the name of the list of which local is a role, "" for none.
func ListName(local string) string {
	for _, role := range leadingRoles {
		if name, ok := strings.CutPrefix(local, role); ok {
			return name
		}
	}
	for _, role := range listRoles {
		if name, ok := strings.CutSuffix(local, role); ok {
			return name
		}
	}
	return ""
}
