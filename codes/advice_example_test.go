package codes_test

import (
	"fmt"

	"example.com/ndr/codes"
)

// What a code can mean, and which of it a provider means.
func ExampleStatus_Meanings() {
	status := codes.MustParseStatus("5.7.30")
	for _, a := range status.Meanings() {
		fmt.Printf("%s: %s (%v)\n", a.Provider, a.Title, a.Reason)
	}
	at := codes.Provider("smtp.office365.com")
	fmt.Println("smtp.office365.com belongs to", at)
	// Output:
	// gmail: Gmail requires DKIM of bulk senders, and it did not pass (auth-failed)
	// exchange: Login with a password is no longer allowed (authentication-required)
	// smtp.office365.com belongs to exchange
}
