package main

var italian = words{
	who: "Chi deve agire", todo: "Che cosa fare", address: "L'indirizzo",
	report: "Il rapporto", postmaster: "Per il postmaster", reason: "Motivo", reply: "Risposta", evidence: "Deciso da", cause: "Cause", link: "Vedere", recipient: "Destinatario",
	reporter: "Secondo", message: "Messaggio", author: "Scritto da", auth: "Non superato", damage: "Danni", until: "Riprova fino a", code: "Codice", meanings: "Significato",

	provider: "Il servizio", providerPermanent: "lo chiama definitivo", providerTemporary: "lo chiama temporaneo", providerSuppressed: "non proverà più questo indirizzo",
	to:     " a %s",
	failed: "Non recapitato%s: %s.", delayed: "Non ancora recapitato%s, ma il server continua a provare: %s.",
	delivered: "Recapitato%s.", relayed: "Inoltrato a un server che non comunicherà se arriva%s.",
	expanded: "Recapitato%s, una lista, e inviato ai suoi membri.", named: "Inviato%s; niente dice che cosa ne è stato.",
	accepted:     "Accettato: il server ha preso in carico il messaggio.",
	noRecipient:  "Non recapitato, ma il rapporto non dice a chi.",
	quoting:      "Non è un rapporto, ma una lettera che ne cita uno. Il rapporto citato dice:",
	quotingReply: "Una risposta automatica che cita un rapporto di recapito. Il rapporto citato dice:",
	noMail:       "Non è un messaggio di posta: manca l'intestazione.",

	andMore: "%s e altri %d", permanent: "definitivo", temporary: "temporaneo", atStage: "detto nella fase %s", against: "benché %s indichi altro",
	notYet: "per ora nessuno, il server continua a provare", later: "; se rinuncia, %s",
	stop:    "Toglierlo dalla lista: non accetterà più posta.",
	keep:    "Tenerlo: niente indica che l'indirizzo sia errato.",
	keptAs:  "Resta nella lista, perché %s.",
	keepAll: "Tenerli tutti: il rapporto non ne nomina nessuno.",
	findOut: "Verificare a chi era indirizzato il messaggio e contattare i destinatari in altro modo; il log del server di posta che ha scritto il rapporto dice quale recapito non è riuscito.",
	damaged: "%s, %d volte; la prima: %s",
	said:    "secondo la risposta",

	kinds: map[string]kindWords{
		"other":       {"Non è un rapporto di recapito.", "", ""},
		"delay":       {"Il recapito è in ritardo, ma il server continua a provare. Il rapporto non dice a chi.", "nobody", "Attendere."},
		"success":     {"Recapitato o inoltrato. Il rapporto non dice a chi.", "", ""},
		"feedback":    {"Un reclamo: qualcuno ha segnalato il messaggio come spam.", "sender", "Non scrivere più a chi ha reclamato."},
		"disposition": {"Una conferma: il messaggio è arrivato, e il programma di posta del destinatario dice che cosa ne è stato.", "", ""},
		"auto-reply":  {"Una risposta automatica: un programma ha risposto al posto del destinatario.", "", ""},
		"challenge":   {"Il sistema di posta del destinatario chiede una conferma prima di recapitare il messaggio.", "sender", "Confermare come indicato nel messaggio, se si è davvero scritto al destinatario; altrimenti ignorarlo."},
	},
	authors: map[string]string{"unknown": "non si sa", "system": "un sistema di posta", "person": "una persona", "list": "una mailing list", "responder": "un programma che risponde alla posta"},
	owners: map[string]string{
		"": "non si sa: la risposta non lo dice", "sender": "il mittente", "sender-admin": "l'amministratore del mittente",
		"service": "il servizio che trasporta la posta del mittente", "recipient": "il destinatario",
		"recipient-admin": "l'amministratore del destinatario", "nobody": "nessuno: basta attendere",
	},
	evidences: map[string]string{
		"none": "niente: né codici né parole lo dicono", "reply": "il solo codice di risposta %s", "generic-status": "il codice %s, che ha più significati",
		"wording": "le parole \"%s\"", "status": "il codice %s", "token": "il contrassegno del produttore \"%s\"", "rule": "la propria regola %s",
	},
	withheld: map[string]string{
		"author":        "niente prova che questo rapporto sia stato scritto da un sistema di posta",
		"kind":          "il messaggio non riferisce che il recapito a questo indirizzo sia fallito definitivamente",
		"address":       "non è un indirizzo valido che il rapporto nomini come destinatario",
		"permanent":     "il rifiuto non è definitivo",
		"stage":         "il server ha rifiutato prima di conoscere il destinatario",
		"meaning":       "né un codice né le parole mostrano che si tratti del destinatario",
		"contradiction": "il rapporto dice con la stessa chiarezza che il problema è un altro",
	},
	summary: summaryWords{
		none: "Niente da contare.", kinds: "Che cosa sono", reasons: "Perché il recapito è fallito o in ritardo", domains: "I domini dei destinatari",
		owners: "Chi deve agire", addresses: "Gli indirizzi", messages: "%s messaggi", responses: "%s risposte", events: "%s eventi",
		others: "tutti gli altri", stop: "togliere dalla lista", keep: "tenere", thousands: ".",
		kind: map[string]string{
			"other": "nessun rapporto", "failure": "recapito non riuscito", "delay": "recapito in ritardo", "success": "recapitato o inoltrato",
			"feedback": "reclamo per spam", "disposition": "conferma", "auto-reply": "risposta automatica", "challenge": "chiede una conferma",
			"quoted": "lettera che cita un rapporto", "accepted": "accettato", "refused": "rifiutato",
		},
	},
}
