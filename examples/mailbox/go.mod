module example.com/ndr/examples/mailbox

go 1.26.0

replace example.com/ndr => ../..

require example.com/ndr v0.0.0

require golang.org/x/crypto v0.58.0 // indirect

require (
	github.com/emersion/go-imap/v2 v2.0.0-beta.8
	github.com/emersion/go-message v0.18.2 // indirect
	github.com/emersion/go-msgauth v0.7.0 // indirect
	github.com/emersion/go-sasl v0.0.0-20241020182733-b788ff22d5a6 // indirect
	golang.org/x/net v0.62.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)
