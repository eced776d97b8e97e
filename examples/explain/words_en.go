package main

var english = words{
	who: "Who must act", todo: "What to do", address: "The address",
	report: "The report", postmaster: "For the postmaster", reason: "Reason", reply: "Reply", evidence: "Decided by", cause: "Causes", link: "See", recipient: "Recipient",
	reporter: "Reported by", message: "Message", author: "Written by", auth: "Failed check", damage: "Damage", until: "Tries until", code: "Code", meanings: "Meaning",

	provider: "The service", providerPermanent: "calls the failure permanent", providerTemporary: "calls the failure temporary", providerSuppressed: "will not try this address again",
	to:     " to %s",
	failed: "Not delivered%s: %s.", delayed: "Not yet delivered%s, but the server goes on trying: %s.",
	delivered: "Delivered%s.", relayed: "Handed on to a server that will not report whether it gets through%s.",
	expanded: "Delivered%s, a list, and sent on to its members.", named: "Sent%s; nothing tells what became of it.",
	accepted:     "Accepted: the server took the message.",
	noRecipient:  "Not delivered, but the report does not say to whom.",
	quoting:      "No report itself, but a letter that quotes one. The quoted report says:",
	quotingReply: "An automatic reply that quotes a delivery report. The quoted report says:",
	noMail:       "This is no mail: it has no header.",

	andMore: "%s and %d more", permanent: "permanent", temporary: "temporary", atStage: "said at stage %s", against: "although %s speaks against it",
	notYet: "nobody yet, as the server goes on trying", later: "; if it gives up, %s",
	stop:    "Take it off the list: it will not accept mail again.",
	keep:    "Keep it: nothing shows that the address is bad.",
	keptAs:  "Kept on the list, because %s.",
	keepAll: "Keep all: the report names none.",
	findOut: "Find out whom the message was sent to, and reach them in another way; the log of the mail server that reports tells which delivery failed.",
	damaged: "%s, %d times; the first: %s",
	said:    "as the reply says",

	kinds: map[string]kindWords{
		"other":       {"No report about a delivery.", "", ""},
		"delay":       {"Delivery is late, but the server goes on trying. The report does not say to whom.", "nobody", "Wait."},
		"success":     {"Delivered or passed on. The report does not say to whom.", "", ""},
		"feedback":    {"A complaint: somebody marked the message as spam.", "sender", "Send nothing more to whoever complained."},
		"disposition": {"A receipt: the message arrived, and the recipient's mail program tells what became of it.", "", ""},
		"auto-reply":  {"An automatic reply: a program answered in the recipient's place.", "", ""},
		"challenge":   {"The recipient's mail system wants a confirmation before it delivers the message.", "sender", "Confirm as the message says, if you did write to the recipient; otherwise ignore it."},
	},
	authors: map[string]string{"unknown": "not known", "system": "a mail system", "person": "a person", "list": "a mailing list", "responder": "a program that answers mail"},
	owners: map[string]string{
		"": "not known: the reply does not tell", "sender": "the sender", "sender-admin": "the sender's administrator",
		"service": "the service that carries the sender's mail", "recipient": "the recipient",
		"recipient-admin": "the recipient's administrator", "nobody": "nobody: waiting settles it",
	},
	evidences: map[string]string{
		"none": "nothing: no code and no words tell", "reply": "the reply code %s alone", "generic-status": "the code %s, which has several meanings",
		"wording": "the words \"%s\"", "status": "the code %s", "token": "the vendor's mark \"%s\"", "rule": "your own rule %s",
	},
	withheld: map[string]string{
		"author":        "nothing proves that a mail system wrote this report",
		"kind":          "the message does not report that delivery to it failed for good",
		"address":       "it is not one valid address that the report names as a recipient",
		"permanent":     "it was not refused for good",
		"stage":         "the server refused before it heard of the recipient",
		"meaning":       "neither a code nor the words show that the recipient is meant",
		"contradiction": "the report says as plainly that something else is wrong",
	},
	summary: summaryWords{
		none: "Nothing to count.", kinds: "What they are", reasons: "Why delivery failed or is late", domains: "The recipients' domains",
		owners: "Who must act", addresses: "The addresses", messages: "%s messages", responses: "%s replies", events: "%s events",
		others: "all others", stop: "take off the list", keep: "keep", thousands: ",",
		kind: map[string]string{
			"other": "no report", "failure": "delivery failed", "delay": "delivery is late", "success": "delivered or passed on",
			"feedback": "spam complaint", "disposition": "receipt", "auto-reply": "automatic reply", "challenge": "asks for a confirmation",
			"quoted": "letter that quotes a report", "accepted": "accepted", "refused": "refused",
		},
	},
}
