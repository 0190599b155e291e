/** A web mail, with what its own addresses end in. */
export interface MailService {
  readonly name: string;
  /** Where it shows the inbox of whoever is signed in there. Holds no address. */
  readonly url: string;
  readonly domains: RegExp;
}

/** The services that people read their mail with in a browser. A company's domain says nothing about that. */
export const mailServices: readonly MailService[] = [
  { name: 'Gmail', url: 'https://mail.google.com/mail/', domains: /^(gmail|googlemail)\.com$/ },
  {
    name: 'Outlook',
    url: 'https://outlook.live.com/mail/',
    domains: /^((outlook|hotmail|live)\.(com|(com?\.)?[a-z]{2})|msn\.com)$/,
  },
  {
    name: 'Yahoo Mail',
    url: 'https://mail.yahoo.com/',
    // Yahoo Japan is a company of its own.
    domains: /^(yahoo\.(com|(?!co\.jp)(com?\.)?[a-z]{2})|(ymail|rocketmail|myyahoo)\.com)$/,
  },
  {
    name: 'Yahoo!メール',
    url: 'https://mail.yahoo.co.jp/',
    domains: /^(yahoo\.co|ymail\.ne)\.jp$/,
  },
  { name: 'iCloud Mail', url: 'https://www.icloud.com/mail/', domains: /^(icloud|me|mac)\.com$/ },
  {
    name: 'Proton Mail',
    url: 'https://mail.proton.me/',
    domains: /^(proton\.me|pm\.me|protonmail\.(com|ch))$/,
  },
  {
    name: 'AOL Mail',
    url: 'https://mail.aol.com/',
    domains: /^(aol\.(com|(co\.)?[a-z]{2})|aim\.com)$/,
  },
  {
    name: 'Fastmail',
    url: 'https://app.fastmail.com/mail/',
    domains: /^fastmail\.(com|fm|net|org|co\.uk|de|es|fr|in|jp|mx|nl|se|to|us)$/,
  },
  { name: 'HEY', url: 'https://app.hey.com/', domains: /^hey\.com$/ },
  { name: 'Zoho Mail', url: 'https://mail.zoho.com/', domains: /^(zoho|zohomail)\.com$/ },
  {
    name: 'Tuta',
    url: 'https://app.tuta.com/',
    domains: /^(tuta\.(com|io)|tutanota\.(com|de)|tutamail\.com|keemail\.me)$/,
  },
  { name: 'GMX', url: 'https://www.gmx.com/', domains: /^gmx\.(com|us|co\.uk|fr|es)$/ },
  { name: 'GMX', url: 'https://www.gmx.net/', domains: /^gmx\.(net|de|at|ch|eu|info|org)$/ },
  { name: 'WEB.DE', url: 'https://web.de/', domains: /^web\.de$/ },
  { name: 'T-Online', url: 'https://email.t-online.de/', domains: /^(t-online|magenta)\.de$/ },
  { name: 'Posteo', url: 'https://posteo.de/', domains: /^posteo\.(de|net|org|eu|at|ch)$/ },
  { name: 'Orange', url: 'https://messagerie.orange.fr/', domains: /^(orange|wanadoo)\.fr$/ },
  { name: 'La Poste', url: 'https://www.laposte.net/', domains: /^laposte\.net$/ },
  { name: 'Libero Mail', url: 'https://mail.libero.it/', domains: /^(libero|iol|inwind|blu)\.it$/ },
  { name: 'Poczta WP', url: 'https://poczta.wp.pl/', domains: /^wp\.pl$/ },
  { name: 'Poczta Onet', url: 'https://poczta.onet.pl/', domains: /^(onet|op|vp)\.pl$/ },
  { name: 'Seznam Email', url: 'https://email.seznam.cz/', domains: /^(seznam|email|post)\.cz$/ },
  { name: 'UKR.NET', url: 'https://mail.ukr.net/', domains: /^ukr\.net$/ },
  { name: 'Mail.ru', url: 'https://e.mail.ru/', domains: /^(mail|inbox|list|bk|internet)\.ru$/ },
  {
    name: 'Yandex Mail',
    url: 'https://mail.yandex.com/',
    domains: /^(yandex\.(com|(com\.)?[a-z]{2})|ya\.ru)$/,
  },
  { name: 'QQ邮箱', url: 'https://mail.qq.com/', domains: /^(qq|foxmail)\.com$/ },
  { name: '网易邮箱', url: 'https://mail.163.com/', domains: /^163\.com$/ },
  { name: '네이버 메일', url: 'https://mail.naver.com/', domains: /^naver\.com$/ },
  { name: 'Daum 메일', url: 'https://mail.daum.net/', domains: /^(daum|hanmail)\.net$/ },
];

/** The service of an address, or `undefined` where its domain does not say. */
export function mailService(email: string): MailService | undefined {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return mailServices.find(({ domains }) => domains.test(domain));
}
