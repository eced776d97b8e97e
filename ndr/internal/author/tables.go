package author

// mailPrograms are parts of the names by which programs that people write mail
// with call themselves in User-Agent, X-Mailer or a comment on MIME-Version.
var mailPrograms = []string{
	"thunderbird", "seamonkey", "postbox", "betterbird", // Mozilla and its heirs
	"apple mail", "apple message framework", "mac os x mail", "iphone mail", "ipad mail", "1.0 (1.0)", // Apple; iOS writes the last
	"microsoft outlook", "outlook express", "microsoft office outlook", "windows live mail", "windows mail", "microsoft-macoutlook", "outlook-ios", "outlook-android", "microsoft windows mail",
	"evolution", "kmail", "claws mail", "sylpheed", "geary", "balsa", "trojita", // Unix desktops
	"mutt", "alpine", "pine ", "gnus", "mu4e", "mew version", "wanderlust", "nmh", "heirloom mailx", "aerc", // terminals
	"the bat!", "becky!", "foxmail", "em client", "mailbird", "eudora", "pegasus mail", "mailspring", "opera mail", "airmail", "incredimail",
	"k-9", "aquamail", "fairemail", "bluemail", "samsung mobile", "com.samsung.android.email", "spike", "edison",
	"roundcube", "squirrelmail", "horde", "imp ", "sogo", "rainloop", "snappymail", "open-xchange", "zimbra", "gmx.net", "web.de mail", "webmail",
	"yahoomailwebservice", "webservice/", "ymail", "aolwebmail", "yandex.ru", "mail.ru mailer", "coremail webmail", "qqmail",
	"lotus notes", "ibm notes", "hcl notes", "notes release", "novell groupwise", "groupwise 2", "front (", "missive", "superhuman", "protonmail",
}

// mailProgramFields are fields that only the programs and web pages write with
// which people send mail.
var mailProgramFields = []string{
	"X-Gm-Message-State", // Gmail
	"X-MS-Has-Attach",    // Outlook
	"X-MimeOLE",          // Outlook, Outlook Express
	"X-Apple-Mail-Remote-Attachments",
	"X-Universally-Unique-Identifier", // Apple Mail
	"X-Ymail-OSG",                     // Yahoo
	"X-UI-Out-Filterresults",          // GMX, WEB.DE
	"X-Mozilla-Draft-Info",
	"X-Enigmail-Version",
	"X-Notes-Item",      // Notes
	"X-QQ-mid",          // QQ Mail
	"X-MIMETrack",       // Notes
	"X-UI-Message-Type", // the web pages of GMX and WEB.DE
}

// mailProgramIDs are parts of the message identifiers that such programs make.
var mailProgramIDs = []string{
	"@mail.gmail.com>", "<trinity-", "@email.android.com>", "@mail.yahoo.com>", "@webmail.", "@phx.gbl>", "javamail.zimbra@", "@smtp-web>", "<tencent_",
}

// mailboxProviders are the domains in which providers give addresses to people.
var mailboxProviders = []string{
	"gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "hotmail.co.uk", "hotmail.fr", "hotmail.it", "hotmail.de", "outlook.de", "outlook.fr", "outlook.it", "outlook.es",
	"yahoo.com", "yahoo.co.uk", "yahoo.fr", "yahoo.de", "yahoo.it", "yahoo.es", "yahoo.co.jp", "ymail.com", "rocketmail.com", "aol.com",
	"icloud.com", "me.com", "mac.com", "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.com", "web.de", "t-online.de", "freenet.de", "posteo.de", "mailbox.org",
	"proton.me", "protonmail.com", "pm.me", "fastmail.com", "zoho.com", "mail.com", "tutanota.com",
	"orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr", "libero.it", "virgilio.it", "tiscali.it", "alice.it",
	"comcast.net", "verizon.net", "att.net", "cox.net", "bellsouth.net", "btinternet.com", "telia.com", "ziggo.nl", "kpnmail.nl", "onet.pl", "wp.pl", "o2.pl", "interia.pl", "seznam.cz",
	"mail.ru", "bk.ru", "inbox.ru", "list.ru", "yandex.ru", "yandex.com", "rambler.ru", "qq.com", "163.com", "126.com", "sina.com", "naver.com", "daum.net", "docomo.ne.jp", "ezweb.ne.jp", "softbank.ne.jp", "uol.com.br", "bol.com.br", "terra.com.br",
}

// notificationServices are domains from which services tell of deliveries.
var notificationServices = []string{"sns.amazonaws.com"}

// unattended are parts of the local part of an address that nobody reads.
var unattended = []string{"noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "notification", "alert", "newsletter", "mailing", "bounce", "daemon", "robot"}

// answerMarks begin the subject of an answer, by language.
var answerMarks = []string{"re:", "aw:", "sv:", "antw:", "antwort:", "odp:", "vs:", "res:", "rif:", "r:", "ynt:", "回复:", "回复：", "答复:", "答复：", "回覆:", "返信:", "ha:", "отв:", "re：", "re ["}

// reportFields are written into reports about delivery alone: by Exim and Gmail,
// and by XMail.
var reportFields = []string{"X-Failed-Recipients", "X-MailerError"}

// providerDaemons are addresses that providers of mailboxes report from with the
// very program that people write with: Tencent names QQMail in its reports.
var providerDaemons = []string{"postmaster@qq.com"}
