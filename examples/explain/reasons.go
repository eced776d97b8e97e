package main

import (
	"example.com/ndr/codes"
	"golang.org/x/text/language"
)

// reasonWords are the reasons in a few words of each of languages, in their
// order.
var reasonWords = map[codes.Reason][3]string{
	codes.Unknown:                {"no reason told", "motivo non indicato", "orsaken framgår inte"},
	codes.UserUnknown:            {"no such mailbox", "casella inesistente", "postlådan finns inte"},
	codes.UserMoved:              {"mailbox moved", "casella trasferita", "postlådan har flyttat"},
	codes.MailboxDisabled:        {"mailbox disabled", "casella disattivata", "postlådan är inaktiverad"},
	codes.MailboxFull:            {"mailbox full", "casella piena", "postlådan är full"},
	codes.RecipientRestricted:    {"takes certain senders only", "accetta solo certi mittenti", "tar bara emot vissa avsändare"},
	codes.HostUnknown:            {"no such domain", "dominio inesistente", "domänen finns inte"},
	codes.NotAcceptingMail:       {"domain takes no mail", "il dominio non accetta posta", "domänen tar inte emot e-post"},
	codes.RelayDenied:            {"relaying refused", "inoltro rifiutato", "vidarebefordran vägras"},
	codes.AuthenticationRequired: {"login demanded", "autenticazione richiesta", "inloggning krävs"},
	codes.SenderRejected:         {"sender's address refused", "mittente rifiutato", "avsändaradressen avvisas"},
	codes.SenderBlocked:          {"sender's account blocked", "account del mittente bloccato", "avsändarens konto spärrat"},
	codes.AuthFailed:             {"SPF, DKIM or DMARC failed", "SPF, DKIM o DMARC falliti", "SPF, DKIM eller DMARC underkänt"},
	codes.ReverseDNS:             {"server's name wrong", "nome del server errato", "serverns namn är fel"},
	codes.IPBlocked:              {"IP address blocked", "indirizzo IP bloccato", "IP-adressen är blockerad"},
	codes.PolicyRejected:         {"refused by a policy", "rifiutato da un criterio", "avvisat av en princip"},
	codes.SpamRejected:           {"taken for spam", "giudicato spam", "bedömt som skräppost"},
	codes.VirusRejected:          {"malware found", "malware trovato", "skadlig kod hittad"},
	codes.ContentRejected:        {"content or form refused", "contenuto o forma rifiutati", "innehåll eller form avvisas"},
	codes.MessageTooLarge:        {"message too large", "messaggio troppo grande", "meddelandet är för stort"},
	codes.TooManyRecipients:      {"too many recipients", "troppi destinatari", "för många mottagare"},
	codes.RateLimited:            {"too much in a short time", "troppa posta in poco tempo", "för mycket på kort tid"},
	codes.Greylisted:             {"told to come back later", "invitato a riprovare", "ombedd att komma tillbaka"},
	codes.DNSFailure:             {"DNS lookup failed", "ricerca DNS fallita", "DNS-uppslagning misslyckades"},
	codes.ConnectionFailed:       {"server not reached", "server irraggiungibile", "servern gick inte att nå"},
	codes.TLSFailed:              {"no secure connection", "connessione sicura fallita", "ingen säker anslutning"},
	codes.RoutingLoop:            {"mail loop", "ciclo di inoltro", "meddelandet gick i en slinga"},
	codes.Expired:                {"given up after many tries", "abbandonato dopo vari tentativi", "gavs upp efter många försök"},
	codes.ProtocolError:          {"servers misunderstood", "errore di protocollo", "protokollfel"},
	codes.SystemFull:             {"server out of storage", "spazio esaurito sul server", "serverns utrymme är slut"},
	codes.SystemError:            {"server has an error", "errore del server", "fel i servern"},
	codes.MailerError:            {"delivery program failed", "programma di recapito fallito", "leveransprogrammet misslyckades"},
	codes.Suppressed:             {"on a suppression list", "in un elenco di soppressione", "på en spärrlista"},
}

// inWords returns a reason in words of a language.
func inWords(r codes.Reason, lang language.Tag) string {
	return reasonWords[r][languageIndex(lang)]
}
