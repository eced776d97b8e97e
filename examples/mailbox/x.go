package main

import (
	_ "example.com/ndr/ndr"
	_ "github.com/emersion/go-imap/v2/imapclient"
	_ "github.com/emersion/go-imap/v2/imapserver/imapmemserver"
)

func main() {}
