package exchange

import (
	"slices"
	"strings"
	"testing"
	"time"

	"example.com/ndr/codes"
	"example.com/ndr/ndr/internal/found"
)

// sketch is a Recipient in the order of the fields that these tests compare.
type sketch struct {
	address, status string
	reply           codes.Reply
	remote          string
	response        string
	original        string
}

func sketchOf(r *found.Recipient) sketch {
	return sketch{r.Address, r.Status.String(), r.Reply, r.RemoteServer, r.Response, r.OriginalAddress}
}

// header is the end of a report: the header of the original, quoted.
const header = `Received: from client.example.net (192.0.2.7) by mail.example.net
 (192.0.2.8) with Microsoft SMTP Server id 14.3.1.0; Tue, 3 Mar 2026 09:00:00
 +0000
From: Sender <sender@example.net>
To: Other <other@example.com>
Subject: 550 5.7.1 nothing of this is read
Message-ID: <1@example.net>
`

// readExchangeText reads a text as Parse has it read.
func readExchangeText(text string) (found.Report, bool) {
	return Read(text, strings.Split(text, "\n"))
}

func TestReadExchange(t *testing.T) {
	tests := []struct {
		name   string
		text   string
		server string
		want   []sketch
	}{
		{"2010, English", `
Delivery has failed to these recipients or groups:

rcpt@example.com<mailto:rcpt@example.com>
Nobody has this address.

Diagnostic information for administrators:

Generating server: mail.example.net

Rcpt@Example.com
#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##

Original message headers:

` + header, "mail.example.net", []sketch{
			{"rcpt@example.com", "5.1.1", 550, "", "550 5.1.1 RESOLVER.ADR.RecipNotFound; not found", ""},
		}},
		{"remote server and a host in brackets, Italian", `
Informazioni di diagnostica per gli amministratori:

Server di generazione: edge.example.net

rcpt@example.com
mail.example.com #<inside.example.com #5.7.1 smtp;530 5.7.1 Client was not authenticated> #SMTP#

Intestazioni originali del messaggio:

` + header, "edge.example.net", []sketch{
			{"rcpt@example.com", "5.7.1", 530, "mail.example.com", "530 5.7.1 Client was not authenticated", ""},
		}},
		{"quoted reply under a remote server, Swedish", `
Diagnostikinformation för administratörer:

Genererande server: mail.example.net

rcpt@example.com
mx.example.com
Remote Server returned '550 5.7.1 it's refused'

Ursprungliga meddelandehuvuden:

` + header, "mail.example.net", []sketch{
			{"rcpt@example.com", "5.7.1", 550, "mx.example.com", "550 5.7.1 it's refused", ""},
		}},
		{"original address and three recipients, German", `
Diagnoseinformationen für Administratoren:

Generierender Server: EX01

one@example.com
#550 5.7.1 RESOLVER.RST.AuthRequired; authentication required ##rfc822;list@example.com

two@example.com
mx.example.com #550 5.2.2 over quota ##

three@example.com
#< #5.1.1 smtp;550 unknown user> #SMTP#

Ursprüngliche Nachrichtenkopfzeilen:

` + header, "EX01", []sketch{
			{"one@example.com", "5.7.1", 550, "", "550 5.7.1 RESOLVER.RST.AuthRequired; authentication required", "list@example.com"},
			{"two@example.com", "5.2.2", 550, "mx.example.com", "550 5.2.2 over quota", ""},
			{"three@example.com", "5.1.1", 550, "", "550 unknown user", ""},
		}},
		{"blank before the colon, French", `
Informations de diagnostic pour les administrateurs :

Serveur de génération : mail.example.net

rcpt@example.com
Le serveur distant à mx.example.com (198.51.100.3) a renvoyé '550 5.4.1 Recipient address rejected: Access denied' à l'instant

En-têtes de message d'origine :

` + header, "mail.example.net", []sketch{
			{"rcpt@example.com", "5.4.1", 550, "mx.example.com", "550 5.4.1 Recipient address rejected: Access denied", ""},
		}},
		{"dated attempts, Spanish", `
Información de diagnóstico para administradores:

Servidor de generación: mail.example.net
Servidor de recepción: mx.example.com (198.51.100.3)

rcpt@example.com
28/02/2026 20:05:56 - Remote Server at mx.example.com (198.51.100.3) returned '550 4.4.7 QUEUE.Expired; message expired'
28/02/2026 19:58:27 - Remote Server at mx.example.com (198.51.100.3) returned '441 4.4.1 Error: "Failed to connect."'

Encabezados de mensajes originales:

` + header, "mail.example.net", []sketch{
			{"rcpt@example.com", "4.4.7", 550, "mx.example.com", `550 4.4.7 QUEUE.Expired; message expired; 441 4.4.1 Error: "Failed to connect."`, ""},
		}},
		{"server on the next line, wrapping, Dutch", `
Diagnostische gegevens voor beheerders:

Genererende server:
mail.example.net

rcpt@example.com
mx.example.com
Remote Server returned '550 5.1.351 Remote server returned
unknown recipient -> 550 5.1.1
<rcpt@example.com>: unknown'

Oorspronkelijke berichtkoppen:

` + header, "mail.example.net", []sketch{
			{"rcpt@example.com", "5.1.351", 550, "mx.example.com", "550 5.1.351 Remote server returned unknown recipient -> 550 5.1.1 <rcpt@example.com>: unknown", ""},
		}},
		{"the generating server is not remote to itself, Portuguese", `
Informações de diagnóstico para administradores:

Servidor de geração: AB1C.mail.protection.outlook.com
Servidor de recebimento: AB1C.eop-eur01.prod.protection.outlook.com

rcpt@example.com
3/14/2026 8:21:10 AM - Server at AB1C.eop-eur01.prod.protection.outlook.com returned '550 5.4.312 Message expired, DNS query failed(ErrorTimeout)'
3/14/2026 8:11:10 AM - Server at example.com (192.0.2.3) returned '450 4.4.312 DNS query failed [Message=ErrorTimeout] [LastAttemptedServerName=example.com]'

Cabeçalhos de mensagem originais:

` + header, "AB1C.mail.protection.outlook.com", []sketch{
			{"rcpt@example.com", "5.4.312", 550, "example.com", "550 5.4.312 Message expired, DNS query failed(ErrorTimeout)", ""},
		}},
		{"full-width colon and words after the quote, Japanese", `
管理者向けの診断情報：

生成サーバー： mail.example.net

rcpt@example.com
リモート サーバー mx.example.com (198.51.100.3) から '550 5.1.1 unknown' が返されました

元のメッセージ ヘッダー:

` + header, "mail.example.net", []sketch{
			{"rcpt@example.com", "5.1.1", 550, "mx.example.com", "550 5.1.1 unknown", ""},
		}},
		{"no blank lines, as HTML gives", `
Diagnostic information for administrators:
Generating server: mail.example.net
one@example.com
mx.example.com #550 5.1.1 first ##
two@example.com<mailto:two@example.com>
Remote Server returned '550 5.2.1 second'
Original message headers:
` + header, "mail.example.net", []sketch{
			{"one@example.com", "5.1.1", 550, "mx.example.com", "550 5.1.1 first", ""},
			{"two@example.com", "5.2.1", 550, "", "550 5.2.1 second", ""},
		}},
		{"fields in braces", `
Generating server: XY9Z.prod.outlook.com

rcpt@example.com
Remote Server returned '550 5.4.317 Message expired, cannot connect to remote server(451 5.7.3 STARTTLS is required) [{LED=450 4.4.317 Cannot connect};{MSG=};{FQDN=mx.example.com};{IP=198.51.100.3};{LRT=3/14/2026 4:23:01 PM}]'
`, "XY9Z.prod.outlook.com", []sketch{
			{"rcpt@example.com", "5.4.317", 550, "mx.example.com", "550 5.4.317 Message expired, cannot connect to remote server(451 5.7.3 STARTTLS is required) [{LED=450 4.4.317 Cannot connect};{MSG=};{FQDN=mx.example.com};{IP=198.51.100.3};{LRT=3/14/2026 4:23:01 PM}]", ""},
		}},
		{"expired, the reason in braces", `
Generating server: mail.example.net

rcpt@example.com
Remote Server returned '550 4.4.7 QUEUE.Expired; message expired [{LED=441 4.4.1 no connection};{FQDN=mx.example.com};{IP=198.51.100.3}]'
`, "mail.example.net", []sketch{
			{"rcpt@example.com", "4.4.7", 550, "mx.example.com", "550 4.4.7 QUEUE.Expired; message expired [{LED=441 4.4.1 no connection};{FQDN=mx.example.com};{IP=198.51.100.3}]", ""},
		}},
		{"a receiving server inside Microsoft 365", `
Generating server: AB1C.eurprd01.prod.outlook.com
Receiving server: DE2F.eop-EUR01.prod.protection.outlook.com

rcpt@example.com
3/14/2026 8:21:10 AM - Server at DE2F.eop-EUR01.prod.protection.outlook.com returned '550 5.4.312 Message expired, DNS query failed(ServerFailure)'
3/14/2026 8:11:10 AM - Server at example.com (192.0.2.3) returned '450 4.4.312 DNS query failed'
`, "AB1C.eurprd01.prod.outlook.com", []sketch{
			{"rcpt@example.com", "5.4.312", 550, "example.com", "550 5.4.312 Message expired, DNS query failed(ServerFailure)", ""},
		}},
		{"another customer of Microsoft 365", `
Generating server: AB1C.eurprd01.prod.outlook.com

rcpt@example.com
example-com.mail.protection.outlook.com
Remote Server returned '550 5.4.1 Recipient address rejected: Access denied'
`, "AB1C.eurprd01.prod.outlook.com", []sketch{
			{"rcpt@example.com", "5.4.1", 550, "example-com.mail.protection.outlook.com", "550 5.4.1 Recipient address rejected: Access denied", ""},
		}},
		{"an address where no name stands", `
Generating server: mail.example.net

rcpt@example.com
[192.0.2.66] #<[192.0.2.66] #5.0.0 smtp;550 5.7.1 no> #SMTP#
`, "mail.example.net", []sketch{
			{"rcpt@example.com", "5.7.1", 550, "192.0.2.66", "550 5.7.1 no", ""},
		}},
		{"a reply in brackets inside quotes", `
Generating server: mail.example.net

rcpt@example.com
Remote Server returned '<mx.example.com #5.5.0 smtp;554 go away>'
`, "mail.example.net", []sketch{
			{"rcpt@example.com", "5.5.0", 554, "mx.example.com", "554 go away", ""},
		}},
		{"a remote server without a code of its own", `
Generating server: mail.example.net

rcpt@example.com
#< #5.4.6> #SMTP#
`, "mail.example.net", []sketch{
			{"rcpt@example.com", "5.4.6", 0, "", "", ""},
		}},
		{"no generating server, but the marks of Exchange", `
rcpt@example.com
#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##
`, "", []sketch{
			{"rcpt@example.com", "5.1.1", 550, "", "550 5.1.1 RESOLVER.ADR.RecipNotFound; not found", ""},
		}},
		{"display name in the section for administrators", `
Delivery has failed to these recipients or groups:

Room One (room@example.com)<mailto:room@example.com>
Second Person<mailto:second@example.com>

Generating server: mail.example.net

Room One
#550 5.2.0 STOREDRV.Deliver; refused ##

'Second Person'
#550 5.1.1 not found ##
`, "mail.example.net", []sketch{
			{"room@example.com", "5.2.0", 550, "", "550 5.2.0 STOREDRV.Deliver; refused", ""},
			{"second@example.com", "5.1.1", 550, "", "550 5.1.1 not found", ""},
		}},
		{"address and reply on one line", `
Generating server: mail.example.net

rcpt@example.com #550 5.1.1 not found ##
`, "mail.example.net", []sketch{
			{"rcpt@example.com", "5.1.1", 550, "", "550 5.1.1 not found", ""},
		}},
		{"a server of one label, and no mark", `
Generating server: EX01

rcpt@example.com
Remote Server returned '550 5.1.1 not found'
`, "EX01", []sketch{
			{"rcpt@example.com", "5.1.1", 550, "", "550 5.1.1 not found", ""},
		}},
		{"cells by a tab, and no mark", "rcpt@example.com\nReported error\t550 5.4.1 no\nDSN generated by\tAB1C.prod.outlook.com\n",
			"AB1C.prod.outlook.com", []sketch{
				{"rcpt@example.com", "5.4.1", 550, "", "550 5.4.1 no", ""},
			}},
		{"labels inside an open reply", `
Generating server: mail.example.net

one@example.com
#550 5.1.1 the server
said:
not found ##
A heading:

two@example.com
#<mx.example.com #5.1.1 smtp;550 not ## yet

found> #SMTP#

three@example.com
Remote Server returned '550 5.1.1 first
second

third' here
`, "mail.example.net", []sketch{
			{"one@example.com", "5.1.1", 550, "", "550 5.1.1 the server said: not found", ""},
			{"two@example.com", "5.1.1", 550, "mx.example.com", "550 not ## yet found", ""},
			{"three@example.com", "5.1.1", 550, "", "550 5.1.1 first second third", ""},
		}},
		{"hash replies over blank lines", `
Generating server: mail.example.net

one@example.com
#550 5.1.1 not

found ##

A footer

two@example.com
mx.example.com #<mx.example.com #5.1.1 smtp;550 not

found> #SMTP#
A footer
`, "mail.example.net", []sketch{
			{"one@example.com", "5.1.1", 550, "", "550 5.1.1 not found", ""},
			{"two@example.com", "5.1.1", 550, "mx.example.com", "550 not found", ""},
		}},
		{"expired, and nothing known before", `
Generating server: mail.example.net

rcpt@example.com
1/2/2006 3:04:05 PM - #550 4.4.7 expired ##
1/2/2006 3:00:05 PM - #< #4.4.1> #SMTP#
`, "mail.example.net", []sketch{
			{"rcpt@example.com", "4.4.7", 550, "", "550 4.4.7 expired", ""},
		}},
		{"expired, and a footer", `
Generating server: mail.example.net

rcpt@example.com
#550 4.4.7 QUEUE.Expired; message expired ##

550 5.7.1 is no attempt
`, "mail.example.net", []sketch{
			{"rcpt@example.com", "4.4.7", 550, "", "550 4.4.7 QUEUE.Expired; message expired", ""},
		}},
		{"no generating server, and a mark in the reply alone", `
rcpt@example.com
Remote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found'
`, "", []sketch{
			{"rcpt@example.com", "5.1.1", 550, "", "550 5.1.1 RESOLVER.ADR.RecipNotFound; not found", ""},
		}},
		{"refused, not expired", `
Generating server: mail.example.net

one@example.com
1/2/2006 3:04:05 PM - #550 5.1.7 no ##
1/2/2006 3:00:05 PM - #450 4.4.1 later ##

two@example.com
1/2/2006 3:04:05 PM - #550 5.4.1 no ##
1/2/2006 3:00:05 PM - #450 4.4.1 later ##
`, "mail.example.net", []sketch{
			{"one@example.com", "5.1.7", 550, "", "550 5.1.7 no", ""},
			{"two@example.com", "5.4.1", 550, "", "550 5.4.1 no", ""},
		}},
		{"the generating server names itself, and an address before a name", `
Generating server: mail.example.net

one@example.com
mail.example.net #550 5.1.1 no ##

two@example.com
[192.0.2.66] #<mx.example.com #5.1.1 smtp;550 no> #SMTP#

three@example.com
AB1C.prod.outlook.com #<mx.example.com #5.1.1 smtp;550 no> #SMTP#
`, "mail.example.net", []sketch{
			{"one@example.com", "5.1.1", 550, "", "550 5.1.1 no", ""},
			{"two@example.com", "5.1.1", 550, "mx.example.com", "550 no", ""},
			{"three@example.com", "5.1.1", 550, "ab1c.prod.outlook.com", "550 no", ""},
		}},
		{"a display name with two addresses, and a link to none", `
Room One (room@example.com)<mailto:other@example.com>
Second<mailto:no address@example.com>

Generating server: mail.example.net

Room One
#550 5.2.0 refused ##

Second
#550 5.1.1 not found ##
`, "mail.example.net", []sketch{
			{"room@example.com", "5.2.0", 550, "", "550 5.2.0 refused", ""},
		}},
		{"new layout, two lines of the error and a row of another kind", "Words first.\nrcpt@example.com,\n\n" +
			"Status code: 550 5.7.1\nFehler:\t550 5.7.1 refused\nGrund:\tRichtlinie\nDSN generiert von:\tAB1C.prod.outlook.com\n",
			"AB1C.prod.outlook.com", []sketch{
				{"rcpt@example.com", "5.7.1", 550, "", "550 5.7.1 refused Grund: Richtlinie", ""},
			}},
		{"new layout, both servers inside Microsoft 365, told by a label", "Recipient Address:\trcpt@example.com\n" +
			"Error:\t550 5.7.1 refused\nMessage rejected by:\tDE2F.prod.outlook.com\nSent by:\tAB1C.prod.outlook.com\n",
			"AB1C.prod.outlook.com", []sketch{
				{"rcpt@example.com", "5.7.1", 550, "de2f.prod.outlook.com", "550 5.7.1 refused", ""},
			}},
		{"new layout, both servers inside Microsoft 365, one label unknown", "Recipient Address:\trcpt@example.com\n" +
			"Error:\t550 5.7.1 refused\nServer remoto:\tDE2F.prod.outlook.com\nSent by:\tAB1C.prod.outlook.com\n",
			"AB1C.prod.outlook.com", []sketch{
				{"rcpt@example.com", "5.7.1", 550, "de2f.prod.outlook.com", "550 5.7.1 refused", ""},
			}},
		{"new layout, both servers inside Microsoft 365, told by their order", "Empfängeradresse:\trcpt@example.com\n" +
			"Fehler:\t550 5.7.1 refused\nDSN generiert von:\tAB1C.prod.outlook.com\nRemoteserver:\tDE2F.prod.outlook.com\nNoch einer:\tmx.example.com\n",
			"AB1C.prod.outlook.com", []sketch{
				{"rcpt@example.com", "5.7.1", 550, "de2f.prod.outlook.com", "550 5.7.1 refused", ""},
			}},
		{"new layout, both servers inside Microsoft 365, told by a heading", "Adresse du destinataire:\trcpt@example.com\n" +
			"Erreur :\t550 5.7.1 refused\nMessage rejeté par :\tDE2F.prod.outlook.com\n\nDétails de la notification\nEnvoyé par :\tAB1C.prod.outlook.com\n",
			"AB1C.prod.outlook.com", []sketch{
				{"rcpt@example.com", "5.7.1", 550, "de2f.prod.outlook.com", "550 5.7.1 refused", ""},
			}},
		{"Exchange 5.5, headings", `Subject: Hello
Sent: 3/3/2026 9:00 AM

rcpt@example.com
    Unknown
    <ex.example.net #5.1.1>

one@example.com on 3/3/2026 9:00 AM
two@example.com on 3/3/2026 9:00 AM
    Tried until 3/4/2026 9:00 AM
    MSEXCH:IMS:EXAMPLE:SITE:SERVER 0 (000C05A6) see <a@example.com>
Unknown

last,_first@example.com on 3/3/2026 9:00 AM
    Unknown
    <ex.example.net #5.1.1 smtp;550 no>
    See <https://example.com>

"X";four@example.com on 3/3/2026 9:00 AM
    MSEXCH:IMS:EXAMPLE:SITE:SERVER 0 (000C05A6) Unknown

A footer
`, "ex.example.net", []sketch{
			{"rcpt@example.com", "5.1.1", 0, "", "Unknown", ""},
			{"two@example.com", "", 0, "", "Tried until 3/4/2026 9:00 AM see <a@example.com> Unknown", ""},
			{"last,_first@example.com", "5.1.1", 550, "", "550 no", ""},
			{"four@example.com", "", 0, "", "Unknown", ""},
		}},
		{"Exchange 2003, a name, which the address of a row need not be", `
  To: rcpt@example.com
  Subject: Hello
  Sent: 3/3/2026 9:00 AM

Some One on 3/3/2026 9:00 AM
    The recipient
    is unknown.
    <ex.example.net #5.1.1>
`, "ex.example.net", nil},
		{"Exchange 5.5, X.400", `
c=US;a= ;p=Office;o=EX;dda:SMTP=rcpt(a)example.com; on Tue, 3 Mar 2026
09:00:05 +0000
    The recipient name is not recognized
    MSEXCH:IMS:EXAMPLE:SITE:SERVER 0 (000C05A6) Unknown Recipient
`, "", []sketch{
			{"rcpt@example.com", "", 0, "", "The recipient name is not recognized Unknown Recipient", ""},
		}},
		{"Exchange 5.5, the time on a line of its own", `
rcpt@example.com on Tue, 3 Mar 2026
09:00:05 +0000
    The recipient name is not recognized
    MSEXCH:IMS:EXAMPLE:SITE:SERVER 0 (000C05A6) Unknown Recipient
`, "", []sketch{
			{"rcpt@example.com", "", 0, "", "The recipient name is not recognized Unknown Recipient", ""},
		}},
		{"doubled line ends", `
Generating server: mail.example.net


rcpt@example.com

mx.example.com

Remote Server returned '550 5.1.1 not

found'

Original message headers:

` + header, "mail.example.net", []sketch{
			{"rcpt@example.com", "5.1.1", 550, "mx.example.com", "550 5.1.1 not found", ""},
		}},
		{"words that fill a line", `
Generating server: mail.example.net

rcpt@example.com
Remote Server at a-host-with-a-long-name.example.com (192.0.2.1)
returned '550 5.1.1 not found'
`, "mail.example.net", []sketch{
			{"rcpt@example.com", "5.1.1", 550, "a-host-with-a-long-name.example.com", "550 5.1.1 not found", ""},
		}},
		{"a receiving server, and no other host", `
Generating server: mail.example.net
Receiving server: mx.example.com

rcpt@example.com
#550 5.1.1 not found ##
`, "mail.example.net", []sketch{
			{"rcpt@example.com", "5.1.1", 550, "mx.example.com", "550 5.1.1 not found", ""},
		}},
		{"two rows below the recipient", `
Generating server: mail.example.net

rcpt@example.com
Receiving server: mx.example.com
Next server: mx2.example.com '550 5.1.1 not found'
`, "mail.example.net", []sketch{
			{"rcpt@example.com", "5.1.1", 550, "mx.example.com", "550 5.1.1 not found", ""},
		}},
		{"text below a reply without quotes", `
Generating server: mail.example.net

one@example.com
Remote Server returned 550 5.1.1 not
found

This is a footer
of two lines.

two@example.com
Remote Server returned 550 5.1.1 not found
A heading:
and more
`, "mail.example.net", []sketch{
			{"one@example.com", "5.1.1", 550, "", "550 5.1.1 not found", ""},
			{"two@example.com", "5.1.1", 550, "", "550 5.1.1 not found", ""},
		}},
		{"a colon in a quoted reply, and one that does not end", `
Generating server: mail.example.net

one@example.com
Remote Server returned '550 5.1.1 mx.example.com said:
not found'

two@example.com
Remote Server returned '550 5.1.1 cut

A heading:
and more
`, "mail.example.net", []sketch{
			{"one@example.com", "5.1.1", 550, "", "550 5.1.1 mx.example.com said: not found", ""},
			{"two@example.com", "5.1.1", 550, "", "550 5.1.1 cut", ""},
		}},
		{"quotes lost", `
Generating server: mail.example.net

rcpt@example.com
Remote Server at mx.example.com (192.0.2.1) returned 550 5.1.1 not found
`, "mail.example.net", []sketch{
			{"rcpt@example.com", "5.1.1", 550, "mx.example.com", "550 5.1.1 not found", ""},
		}},
		{"a wrapped reply without quotes", `
Generating server: mail.example.net

rcpt@example.com
#550 5.1.351 Remote server returned unknown recipient -> 550 5.1.1 not found ##
`, "mail.example.net", []sketch{
			{"rcpt@example.com", "5.1.351", 550, "", "550 5.1.351 Remote server returned unknown recipient -> 550 5.1.1 not found", ""},
		}},
		{"encapsulated addresses", `
Generating server: mail.example.net

IMCEAEX-_O=EXAMPLE_OU=FIRST+20GROUP_
CN=RECIPIENTS_CN=USER@example.net
#550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found ##

IMCEASMTP-user+40example+2Ecom@example.net
#550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found ##
`, "mail.example.net", []sketch{
			{"imceaex-_o=example_ou=first+20group_cn=recipients_cn=user@example.net", "5.1.1", 550, "", "550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found", "/O=EXAMPLE/OU=FIRST GROUP/CN=RECIPIENTS/CN=USER"},
			{"user@example.com", "5.1.1", 550, "", "550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found", ""},
		}},
		{"new layout", "Your message to rcpt@example.com couldn't be delivered.\n" +
			"Status code: 550 5.1.10\n\n" +
			"Original Message Details\nCreated Date:\t3/14/2026 11:34:45 PM\nSender Address:\tsender@example.net\n" +
			"Recipient Address:\tRcpt@example.com\nSubject:\tHello\n\n" +
			"Error Details\nReported error:\t550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found\n" +
			"DSN generated by:\tAB1C.prod.outlook.com\n\nMessage Hops\nHOP\tTIME (UTC)\tFROM\tTO\n" +
			"1\t3/14/2026\tclient.example.net\tmail.example.net\n\nOriginal Message Headers\n\n" + header,
			"AB1C.prod.outlook.com", []sketch{
				{"rcpt@example.com", "5.1.10", 550, "", "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found", ""},
			}},
		{"new layout, remote server, German, no blank lines", "Empfängeradresse:\tone@example.com; two@example.com\nBetreff:\tHallo\n" +
			"Fehlerdetails\nGemeldeter Fehler:\t550 5.7.1 refused\nby policy\nDSN generiert von:\tAB1C.prod.outlook.com\n" +
			"Remoteserver:\tmx.example.com\nNachrichtenhops\n",
			"AB1C.prod.outlook.com", []sketch{
				{"one@example.com", "5.7.1", 550, "mx.example.com", "550 5.7.1 refused by policy", ""},
				{"two@example.com", "5.7.1", 550, "mx.example.com", "550 5.7.1 refused by policy", ""},
			}},
		{"new layout, rejected by, French", "Votre message à rcpt@example.com n'a pas pu être remis.\n\n" +
			"Détails de l'erreur\nErreur :\t550 5.2.3 too large\nMessage rejeté par :\tmx.example.com\n\n" +
			"Détails de la notification\nEnvoyé par :\tAB1C.prod.outlook.com\n",
			"AB1C.prod.outlook.com", []sketch{
				{"rcpt@example.com", "5.2.3", 550, "mx.example.com", "550 5.2.3 too large", ""},
			}},
		{"new layout, address of the remote server, no row of the recipient", "rcpt@example.com,\n\n" +
			"Reported error:\t550 5.4.1 no\nDSN generated by:\tAB1C.prod.outlook.com\nRemote server:\t192.0.2.1\n",
			"AB1C.prod.outlook.com", []sketch{
				{"rcpt@example.com", "5.4.1", 550, "192.0.2.1", "550 5.4.1 no", ""},
			}},
		{"a row below the recipient", `
Generating server: mail.example.net

rcpt@example.com
Receiving server: mx.example.com (192.0.2.1)
#550 5.1.1 not found ##
`, "mail.example.net", []sketch{
			{"rcpt@example.com", "5.1.1", 550, "mx.example.com", "550 5.1.1 not found", ""},
		}},
		{"Exchange 5.5", `
Your message

  To:      other@example.com
  Subject: Hello
  Sent:    Tue, 3 Mar 2026 09:00:00 +0000

did not reach the following recipient(s):

rcpt@example.com on Tue, 3 Mar 2026 09:00:05 +0000
    The recipient name is not recognized
    MSEXCH:IMS:EXAMPLE:SITE:SERVER 0 (000C05A6)
Unknown Recipient
`, "", []sketch{
			{"rcpt@example.com", "", 0, "", "The recipient name is not recognized Unknown Recipient", ""},
		}},
		{"Exchange 5.5 with a reply", `
Your message did not reach some or all of the intended recipients.

The following recipient(s) could not be reached:

      one@example.com on 3/3/2026 9:00 AM
            A fault of the remote system
            MSEXCH:IMS:EXAMPLE:SITE:SERVER 3550 (000B09B6) 550 5.7.1
relaying denied
      two@example.com on 3/3/2026 9:00 AM
            Not found
            MSEXCH:IMC:EXAMPLE:SITE:SERVER
`, "", []sketch{
			{"one@example.com", "5.7.1", 550, "", "550 5.7.1 relaying denied", ""},
			{"two@example.com", "", 0, "", "Not found", ""},
		}},
		{"Exchange 2003, German", `
Ihre Nachricht hat einige oder alle Empfänger nicht erreicht.

      Betreff:	Hallo
      Gesendet am:	03.03.2026 09:00

Folgende(r) Empfänger kann/können nicht erreicht werden:

      rcpt@example.com am 03.03.2026 09:01
            Das E-Mail-Konto ist in dieser Organisation nicht vorhanden.
            <ex.example.net #5.1.1>
`, "ex.example.net", []sketch{
			{"rcpt@example.com", "5.1.1", 0, "", "Das E-Mail-Konto ist in dieser Organisation nicht vorhanden.", ""},
		}},
		{"Exchange 2003 with a reply over lines, French, address of the row", `
Votre message n'a pas été remis

      À :	rcpt@example.com
      Objet :	Bonjour
      Date :	03/03/2026 09:00

Le ou les destinataires suivants ne peuvent pas être contactés :

      Une Personne le 03/03/2026 09:01
            Un problème de communication
            <ex.example.net #5.5.0 smtp;550 5.1.1 <rcpt@example.com>
            unknown>
`, "ex.example.net", []sketch{
			{"rcpt@example.com", "5.5.0", 550, "", "550 5.1.1 <rcpt@example.com> unknown", ""},
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, ok := readExchangeText(test.text)
			if !ok || d.Format != "exchange" || d.Kind != found.Failure {
				t.Fatalf("ok = %v, format = %q, kind = %v", ok, d.Format, d.Kind)
			}
			if d.Server != test.server {
				t.Errorf("server = %q, want %q", d.Server, test.server)
			}
			var got []sketch
			for i := range d.Recipients {
				got = append(got, sketchOf(&d.Recipients[i]))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("recipients:\n got %+v\nwant %+v", got, test.want)
			}
			if strings.Contains(test.text, header) && strings.Join(d.Original, "\n")+"\n" != header {
				t.Errorf("original = %q", d.Original)
			}
		})
	}
}

func TestReadExchangeDelay(t *testing.T) {
	for _, reply := range []string{
		"#400 4.4.7 Message delayed ##",
		"Remote Server returned '400 4.4.7 Message delayed'",
		"3/3/2026 5:36:20 PM - Remote Server at mx.example.com (192.0.2.1) returned '400 4.4.7 Message delayed'",
	} {
		d, ok := readExchangeText("Generating server: mail.example.net\n\nrcpt@example.com\n" + reply)
		if !ok || d.Kind != found.Delay || len(d.Recipients) != 1 || d.Recipients[0].Action != found.Delayed {
			t.Errorf("%s: got %v, %v", reply, ok, d)
		}
	}
}

func TestReadExchangeNone(t *testing.T) {
	for _, text := range []string{
		"",
		"Hello,\n\nsee you at 5.\n",
		"<rcpt@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1 unknown (in reply to RCPT TO)",
		"<rcpt@example.com>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 unknown",
		"   ----- The following addresses had permanent fatal errors -----\n<rcpt@example.com>\n    (reason: 550 5.1.1 unknown)",
		"  rcpt@example.com\n    SMTP error from remote mail server after RCPT TO:<rcpt@example.com>:\n    host mx.example.com [192.0.2.1]: 550 unknown",
		"rcpt@example.com\n550 5.1.1 unknown",
		"rcpt@example.com\nRemote Server returned '550 5.1.1 unknown, see ticket #7'",
		"Status code: 550 5.1.10\n\nThis is all.",
		"Generating server: mail.example.net\n\nrcpt@example.com\n",
		"<mail.example.net #5.1.1>",
		"Somebody on 3/3/2026 9:00 AM\n<mail.example.net #5.1.1>",
		"A heading\nword\nrcpt@example.com\nRemote Server returned '550 5.1.1 unknown'",
		"Generating server: mail.example.net\n\nrcpt@example.com\nwords\n\n'550 5.1.1 unknown'",
		"To: a@example.com\nSubject: x\nSent: 3/3/2026 9:00 AM\n\nwords\n<ex.example.net #5.1.1>",
		"rcpt@example.com on 3/3/2026 9:00 AM\nAnother section:\n<ex.example.net #5.1.1>",
		"rcpt@example.com on 3/3/2026 9:00 AM\n<ex.example.net #tag>",
		"Recipient Address:\trcpt@example.com\nSubject:\tHello\nDSN generated by:\tAB1C.prod.outlook.com",
		"rcpt@example.com,\nSubject:\tHello\nDSN generated by:\tAB1C.prod.outlook.com",
		"rcpt@example.com,\nStatus code: 550 5.1.10\n\nwords\nDSN generated by:\tAB1C.prod.outlook.com",
		"Status code: 550 5.1.10\n\nRecipient Address:\trcpt@example.com\nDSN generated by:\tAB1C.prod.outlook.com",
		// Rows of another system, whose only server is the remote one.
		"宛先： rcpt@example.com\nエラー： 550 5.1.1 User unknown\n相手サーバー： mx.example.com",
		"Recipient:\trcpt@example.com\nError:\t550 5.1.1 User unknown\nRemote server:\tmx.example.com",
		"Recipient:\trcpt@example.com\nError:\t550 5.1.1 User unknown\nRemote server:\tAB1C.mail.protection.outlook.com",
		"rcpt@example.com\nat 2024.05.14.09 550 5.1.1 unknown",
		"A heading\nword\nrcpt@example.com\nRemote Server returned '550 5.1.1 unknown'\n\none\n\ntwo\n\nthree RESOLVER.",
		header,
	} {
		if d, ok := readExchangeText(text); ok {
			t.Errorf("%q: got %v", text, d)
		}
	}
}

// TestReadExchangeBeside shows lines that look like the lines of a recipient and
// stand beside them.
func TestReadExchangeBeside(t *testing.T) {
	for text, want := range map[string]sketch{
		// The words behind a colon are no remote server where one was named.
		"Generating server: mail.example.net\n\nrcpt@example.com\nmx.example.com\n550 5.1.1 unknown: nouser\n":                                                        {"rcpt@example.com", "5.1.1", 550, "mx.example.com", "550 5.1.1 unknown: nouser", ""},
		"Generating server: mail.example.net\n\nrcpt@example.com\n550 5.1.1 as of ticket #4\n\nwords\n":                                                               {"rcpt@example.com", "5.1.1", 550, "", "550 5.1.1 as of ticket #4", ""},
		"To: other@example.com\nSubject: x\nSent: 3/3/2026 9:00 AM\n\nrcpt@example.com on 3/3/2026 9:00 AM\n<ex.example.net #5.1.1 smtp;550 5.1.1 other@example.com>": {"rcpt@example.com", "5.1.1", 550, "", "550 5.1.1 other@example.com", ""},
		"Generating server:\n\nEX01\n\nrcpt@example.com\nRemote Server returned '550 5.1.1 no'":                                                                       {"rcpt@example.com", "5.1.1", 550, "", "550 5.1.1 no", ""},
		"Empfänger rcpt@example.com am 3.3.2026 9:00\n<ex.example.net #5.1.1 smtp;550 5.1.1 no>":                                                                      {"rcpt@example.com", "5.1.1", 550, "", "550 5.1.1 no", ""},
	} {
		if d, ok := readExchangeText(text); !ok || len(d.Recipients) != 1 || sketchOf(&d.Recipients[0]) != want {
			t.Errorf("%q: got %+v", text, d.Recipients)
		}
	}
}

func TestIsWrappedHeading(t *testing.T) {
	for text, want := range map[string]bool{
		"a@example.com on\n3/3/2026 9:00 AM":               true,
		"c=US;dda:SMTP=a(a)example.com; on\n3/3/2026 9:00": true,
		"somebody on\n3/3/2026 9:00 AM":                    false,
		"a@example.com on\n\n3/3/2026 9:00 AM":             false,
		"a@example.com on 3/3/2026 9:00\n550 5.1.1 no":     false,
		"a@example.com on\n5 servers":                      false,
		"a@example.com and\nb on 3/3/2026 9:00 AM":         false,
		"a@example.com on":                                 false,
	} {
		if got := newSection(strings.Split(text, "\n")).isWrappedHeading(0); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

func TestReadExchangeLastAttempt(t *testing.T) {
	want := time.Date(2026, 3, 14, 16, 23, 1, 0, time.UTC)
	tests := []struct {
		server, reply string
		want          time.Time
	}{
		{"AB1C.prod.outlook.com", "3/14/2026 4:23:01 PM - Server at example.com returned '550 5.4.1 x'", want},
		{"AB1C.prod.outlook.com", "Remote Server returned '550 5.4.317 x [{LED=};{LRT=3/14/2026 4:23:01 PM}]'", want},
		// On the premises, neither the order nor the zone is known.
		{"mail.example.net", "3/14/2026 4:23:01 PM - Server at example.com returned '550 5.4.1 x'", time.Time{}},
	}
	for _, test := range tests {
		d, ok := readExchangeText("Generating server: " + test.server + "\n\nrcpt@example.com\n" + test.reply)
		if !ok || len(d.Recipients) != 1 || !d.Recipients[0].LastAttempt.Equal(test.want) {
			t.Errorf("%s, %s: got %v, want %v", test.server, test.reply, d.Recipients, test.want)
		}
	}
}

// The quoted header may have lost its folding, or be indented.
func TestReadExchangeQuotedHeader(t *testing.T) {
	section := "Generating server: mail.example.net\n\nrcpt@example.com\n#550 5.1.1 unknown ##\n\nOriginal message headers:\n"
	want := []string{
		"Received: from client.example.net by", " mail.example.net; Tue, 3 Mar 2026 09:00:00 +0000",
		"Authentication-Results: spf=pass", " smtp.mailfrom=example.net", "Subject: Hello",
	}
	for name, join := range map[string]func([]string) string{
		"folded":     func(l []string) string { return strings.Join(l, "\n") },
		"unfolded":   func(l []string) string { return strings.ReplaceAll(strings.Join(l, "\n"), "\n ", "\n") },
		"indented":   func(l []string) string { return "    " + strings.Join(l, "\n    ") },
		"paragraphs": func(l []string) string { return strings.ReplaceAll(strings.Join(l, "\n"), "\nSubject", "\n\nSubject") },
		"doubled":    func(l []string) string { return strings.ReplaceAll(strings.Join(l, "\n"), "\n", "\n\n") },
		"footer":     func(l []string) string { return strings.Join(l, "\n") + "\n\nNot a header.\n" },
	} {
		d, ok := readExchangeText(section + "\n" + join(want))
		if !ok || !slices.Equal(d.Original, want) {
			t.Errorf("%s: got %q", name, d.Original)
		}
		if len(d.Recipients) != 1 || d.Recipients[0].Response != "550 5.1.1 unknown" {
			t.Errorf("%s: got %v", name, d.Recipients)
		}
	}
}

func TestInDatacentre(t *testing.T) {
	for host, want := range map[string]bool{
		"AB1C.eurprd01.prod.outlook.com":             true,
		"AB1C.mail.protection.outlook.com":           true,
		"AB1C.eop-EUR01.prod.protection.outlook.com": true,
		"example-com.mail.protection.outlook.com":    false,
		"example1-com.mail.protection.outlook.com":   false,
		"mail.protection.outlook.com":                false,
		"mx1.example.com":                            false,
		"":                                           false,
	} {
		if got := inDatacentre(host); got != want {
			t.Errorf("%s: got %v", host, got)
		}
	}
}

// What is no quoted header is read as the rest of the text.
func TestReadExchangeNoHeader(t *testing.T) {
	const section = "Generating server: mail.example.net\n\nrcpt@example.com\n#550 5.1.1 unknown ##\n"
	for _, text := range []string{
		"X-Note: one field\n\n" + section,
		"Received: one field\n" + strings.Repeat("words\n", 20) + section + "\nReceived: another, far below\n",
	} {
		d, ok := readExchangeText(text)
		if !ok || len(d.Recipients) != 1 || d.Original != nil {
			t.Errorf("%.40q: got %v, original %q", text, d.Recipients, d.Original)
		}
	}
	for _, want := range [][]string{
		{"X-One: 1", "X-Two: 2"},
		{"From: a@example.com", "To: b@example.com", "Received: from c", "Message-ID: <1@example.com>"},
		{"Received: from a", " by: b", "Subject: x"},
		{"Received: from a", " X-By: b", "Subject: x"},
	} {
		d, ok := readExchangeText(section + "\n" + strings.Join(want, "\n"))
		if !ok || !slices.Equal(d.Original, want) {
			t.Errorf("got %q, want %q", d.Original, want)
		}
	}
}

// Where no header is quoted, the rows of the report stand for it.
func TestReadExchangeRows(t *testing.T) {
	text := "Your message\n\n  To: other@example.com\n  Subject: Hello: you\n  Sent: Tue, 3 Mar 2026 09:00:00 +0000\n\n" +
		"did not reach:\n\nrcpt@example.com on Tue, 3 Mar 2026 09:00:05 +0000\n  Unknown\n  <ex.example.net #5.1.1>\n"
	d, ok := readExchangeText(text)
	want := []string{"To: other@example.com", "Subject: Hello: you", "Date: Tue, 3 Mar 2026 09:00:00 +0000"}
	if !ok || !slices.Equal(d.Original, want) {
		t.Errorf("original = %q, want %q", d.Original, want)
	}
	if at := time.Date(2026, 3, 3, 9, 0, 5, 0, time.UTC); !d.Recipients[0].LastAttempt.Equal(at) {
		t.Errorf("LastAttempt = %v, want %v", d.Recipients[0].LastAttempt, at)
	}
}

// Rows without a recipient or a date, and what are no such rows.
func TestReadExchangeFewRows(t *testing.T) {
	const section = "\nrcpt@example.com on 3/3/2026 9:00 AM\n  Unknown\n  <ex.example.net #5.1.1>\n"
	for text, want := range map[string]string{
		"Betreff: Hallo\nGesendet am: 03.03.2026 09:00\n":               "Subject: Hallo",
		"words\nSubject: Hello\nSent: Tue, 3 Mar 2026 09:00:00 +0000\n": "Subject: Hello|Date: Tue, 3 Mar 2026 09:00:00 +0000",
		"Sent: 3/3/2026 9:00 AM\n":                                      "",
		"Subject: Hello\nwords\nSent: 3/3/2026 9:00 AM\n":               "",
		"Subject: Hello\nTo: x\n":                                       "",
	} {
		d, ok := readExchangeText(text + section)
		if got := strings.Join(d.Original, "|"); !ok || got != want {
			t.Errorf("%q: original %q, want %q", text, got, want)
		}
	}
}

func TestSameServer(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"mail.example.net", "MAIL.example.net", true},
		{"mail.example.net", "mail.example.com", false},
		{"ab1c.mail.protection.outlook.com", "AB1C.eop-eur01.prod.protection.outlook.com", true},
		{"ab1c.apcprd01.prod.exchangelabs.com", "ab1c.outlook.office365.com", true},
		{"ab1c.prod.outlook.com", "ab1d.prod.outlook.com", false},
		{"ab1c.prod.outlook.com", "ab1c.example.com", false},
		{"ab1c.example.com", "ab1c.prod.outlook.com", false},
	}
	for _, test := range tests {
		if got := sameServer(test.a, test.b); got != test.want {
			t.Errorf("%s, %s: got %v", test.a, test.b, got)
		}
	}
}

// The time must grow with the text alone, whatever it holds. A cost that is
// quadratic makes these run for minutes.
func TestReadExchangeLinear(t *testing.T) {
	const n = 1 << 19
	open := "Generating server: mail.example.net\n\nrcpt@example.com\nRemote Server returned '550 "
	for name, text := range map[string]string{
		"open quote":   open + strings.Repeat("\n\nx", n/3),
		"quotes":       open + strings.Repeat("' '", n/3),
		"recipients":   strings.Repeat(open+"\n", n/len(open)),
		"addresses":    strings.Repeat("a@example.com\n", n/14),
		"rows":         strings.Repeat("a: mail.example.com\n", n/20),
		"fields":       strings.Repeat("Received: x\n\n", n/13),
		"codes":        strings.Repeat("<host.example.com #5.1.1\n", n/25),
		"headings":     strings.Repeat("1 1 1 1\n", n/8),
		"errors":       strings.Repeat("e: 550 5.1.1\n", n/13),
		"blank lines":  strings.Repeat("\n", n),
		"long address": strings.Repeat("a", n) + "@example.com",
		"brackets":     strings.Repeat("<", n),
		"replies":      open + strings.Repeat(" 550 5x", n/7),
		"hashes":       strings.Repeat("a #", n/3),
		"folded IMCEA": strings.Repeat("IMCEA\n", n/6),
		"colons":       strings.Repeat(": ", n/2),
	} {
		t.Run(name, func(t *testing.T) { readExchangeText(text) })
	}
}

// A recipient right above another one has nothing said of it.
func TestReadExchangeTwoNames(t *testing.T) {
	for _, text := range []string{
		"Generating server: mail.example.net\n\na@example.com\nb@example.com #550 5.1.1 not found ##\n",
		"Generating server: mail.example.net\n\nFrom: Shop <a@example.com>\nb@example.com\nRemote Server returned '550 5.1.1 not found'\n",
		"Generating server: mail.example.net\n\na@example.com\nb@example.com\nRemote Server returned '550 5.1.1 not found'\n",
	} {
		d, ok := readExchangeText(text)
		if !ok || len(d.Recipients) != 1 || d.Recipients[0].Address != "b@example.com" {
			t.Errorf("%q: got %+v, %t", text, d.Recipients, ok)
		}
	}
}

// Cut anywhere, a report is read without a panic, and only what stands in it is read.
func TestReadExchangeCut(t *testing.T) {
	text := "Generating server: mail.example.net\n\nrcpt@example.com\nmx.example.com #<ex.example.com #5.7.1 smtp;530 5.7.1 no> #SMTP#\n\nOriginal message headers:\n\n" + header
	for i := range len(text) {
		d, _ := readExchangeText(text[:i])
		for _, r := range d.Recipients {
			if r.Address != "rcpt@example.com" || !strings.Contains(text, r.Response) {
				t.Errorf("cut at %d: got %+v", i, r)
			}
		}
	}
}
