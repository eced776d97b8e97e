package main

var swedish = words{
	who: "Vem ska agera", todo: "Att göra", address: "Adressen",
	report: "Rapporten", postmaster: "För postmastern", reason: "Orsak", reply: "Svar", evidence: "Avgjort av", cause: "Möjliga orsaker", link: "Se", recipient: "Mottagare",
	reporter: "Enligt", message: "Meddelande", author: "Skrivet av", auth: "Underkänt", damage: "Skador", until: "Försöker till", code: "Kod", meanings: "Betydelse",

	provider: "Tjänsten", providerPermanent: "kallar felet permanent", providerTemporary: "kallar felet tillfälligt", providerSuppressed: "försöker inte med adressen igen",
	to:     " till %s",
	failed: "Inte levererat%s: %s.", delayed: "Ännu inte levererat%s, men servern fortsätter att försöka: %s.",
	delivered: "Levererat%s.", relayed: "Vidarebefordrat till en server som inte meddelar om det når fram%s.",
	expanded: "Levererat%s, en lista, och skickat vidare till dess medlemmar.", named: "Skickat%s; inget säger vad som hände med det.",
	accepted:     "Mottaget: servern tog emot meddelandet.",
	noRecipient:  "Inte levererat, men rapporten säger inte till vem.",
	quoting:      "Ingen rapport, utan ett brev som citerar en. Den citerade rapporten säger:",
	quotingReply: "Ett automatiskt svar som citerar en leveransrapport. Den citerade rapporten säger:",
	noMail:       "Detta är inte e-post: brevhuvudet saknas.",

	andMore: "%s och %d till", permanent: "permanent", temporary: "tillfälligt", atStage: "sagt i steget %s", against: "fast %s talar emot",
	notYet: "ingen än, servern fortsätter att försöka", later: "; om den ger upp, %s",
	stop:    "Ta bort den från listan: den tar inte emot e-post igen.",
	keep:    "Behåll den: inget visar att adressen är fel.",
	keptAs:  "Står kvar på listan, eftersom %s.",
	keepAll: "Behåll alla: rapporten nämner ingen.",
	findOut: "Ta reda på vem meddelandet skickades till och kontakta dem på annat sätt; loggen på e-postservern som skrev rapporten visar vilken leverans som misslyckades.",
	damaged: "%s, %d gånger; den första: %s",
	said:    "enligt svaret",

	kinds: map[string]kindWords{
		"other":       {"Ingen rapport om en leverans.", "", ""},
		"delay":       {"Leveransen är försenad, men servern fortsätter att försöka. Rapporten säger inte till vem.", "nobody", "Vänta."},
		"success":     {"Levererat eller vidarebefordrat. Rapporten säger inte till vem.", "", ""},
		"feedback":    {"Ett klagomål: någon har anmält meddelandet som skräppost.", "sender", "Skicka inget mer till den som klagade."},
		"disposition": {"Ett kvitto: meddelandet kom fram, och mottagarens e-postprogram berättar vad som hände med det.", "", ""},
		"auto-reply":  {"Ett automatiskt svar: ett program svarade i mottagarens ställe.", "", ""},
		"challenge":   {"Mottagarens e-postsystem vill ha en bekräftelse innan det levererar meddelandet.", "sender", "Bekräfta så som meddelandet säger, om du verkligen skrev till mottagaren; bortse annars från det."},
	},
	authors: map[string]string{"unknown": "framgår inte", "system": "ett e-postsystem", "person": "en person", "list": "en e-postlista", "responder": "ett program som besvarar e-post"},
	owners: map[string]string{
		"": "framgår inte av svaret", "sender": "avsändaren", "sender-admin": "avsändarens administratör",
		"service": "tjänsten som förmedlar avsändarens e-post", "recipient": "mottagaren",
		"recipient-admin": "mottagarens administratör", "nobody": "ingen: det räcker att vänta",
	},
	evidences: map[string]string{
		"none": "inget: varken koder eller ord säger det", "reply": "enbart svarskoden %s", "generic-status": "koden %s, som har flera betydelser",
		"wording": "orden \"%s\"", "status": "koden %s", "token": "tillverkarens märke \"%s\"", "rule": "din egen regel %s",
	},
	withheld: map[string]string{
		"author":        "inget bevisar att ett e-postsystem skrev rapporten",
		"kind":          "meddelandet rapporterar inte att leveransen dit misslyckades för gott",
		"address":       "den inte är en giltig adress som rapporten nämner som mottagare",
		"permanent":     "den inte avvisades för gott",
		"stage":         "servern avvisade innan den fick veta mottagaren",
		"meaning":       "varken en kod eller orden visar att det är mottagaren som avses",
		"contradiction": "rapporten säger lika tydligt att något annat är fel",
	},
	summary: summaryWords{
		none: "Inget att räkna.", kinds: "Vad de är", reasons: "Varför leveransen misslyckades eller dröjer", domains: "Mottagarnas domäner",
		owners: "Vem ska agera", addresses: "Adresserna", messages: "%s meddelanden", responses: "%s svar", events: "%s händelser",
		others: "alla andra", stop: "ta bort från listan", keep: "behåll", thousands: " ",
		kind: map[string]string{
			"other": "ingen rapport", "failure": "leveransen misslyckades", "delay": "leveransen är försenad", "success": "levererat eller vidarebefordrat",
			"feedback": "klagomål om skräppost", "disposition": "kvitto", "auto-reply": "automatiskt svar", "challenge": "vill ha en bekräftelse",
			"quoted": "brev som citerar en rapport", "accepted": "mottaget", "refused": "avvisat",
		},
	},
}
