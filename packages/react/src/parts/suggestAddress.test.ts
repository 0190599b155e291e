import { describe, expect, it } from 'vitest';
import { suggestAddress } from './suggestAddress.ts';
import { typingDistance } from './typingDistance.ts';

/** Typed and meant, as support inboxes know them. */
const typos: readonly (readonly [string, string])[] = [
  ['gmial.com', 'gmail.com'],
  ['gmal.com', 'gmail.com'],
  ['gmil.com', 'gmail.com'],
  ['gmai.com', 'gmail.com'],
  ['gamil.com', 'gmail.com'],
  ['gmaill.com', 'gmail.com'],
  ['ggmail.com', 'gmail.com'],
  ['mgail.com', 'gmail.com'],
  ['gnail.com', 'gmail.com'],
  ['gmsil.com', 'gmail.com'],
  ['gmaik.com', 'gmail.com'],
  ['gmail.con', 'gmail.com'],
  ['gmail.cm', 'gmail.com'],
  ['gmail.co', 'gmail.com'],
  ['gmail.om', 'gmail.com'],
  ['gmail.comm', 'gmail.com'],
  ['gmail.vom', 'gmail.com'],
  ['gmail.ocm', 'gmail.com'],
  ['gmail.co.uk', 'gmail.com'],
  ['gmail.de', 'gmail.com'],
  ['gmail.c', 'gmail.com'],
  ['gmial.con', 'gmail.com'],
  ['gmailcom', 'gmail.com'],
  ['gmail', 'gmail.com'],
  ['gmail,com', 'gmail.com'],
  ['gmail..com', 'gmail.com'],
  ['gmail.com.', 'gmail.com'],
  ['GMIAL.COM', 'gmail.com'],
  ['googlemial.com', 'googlemail.com'],
  ['hotmial.com', 'hotmail.com'],
  ['hotmal.com', 'hotmail.com'],
  ['hotnail.com', 'hotmail.com'],
  ['hotmai.com', 'hotmail.com'],
  ['hotmaill.com', 'hotmail.com'],
  ['hormail.com', 'hotmail.com'],
  ['homtail.com', 'hotmail.com'],
  ['ohtmail.com', 'hotmail.com'],
  ['hotmial.fr', 'hotmail.fr'],
  ['hotmal.co.uk', 'hotmail.co.uk'],
  ['hotmail.con', 'hotmail.com'],
  ['hotmail.co', 'hotmail.com'],
  ['outlok.com', 'outlook.com'],
  ['outloook.com', 'outlook.com'],
  ['oulook.com', 'outlook.com'],
  ['outllok.com', 'outlook.com'],
  ['outlokk.com', 'outlook.com'],
  ['outlook.cm', 'outlook.com'],
  ['outlok.de', 'outlook.de'],
  ['yaho.com', 'yahoo.com'],
  ['yahooo.com', 'yahoo.com'],
  ['yhaoo.com', 'yahoo.com'],
  ['yahoi.com', 'yahoo.com'],
  ['yahoo.con', 'yahoo.com'],
  ['yahoo.comm', 'yahoo.com'],
  ['yaho.co.jp', 'yahoo.co.jp'],
  ['yahoo', 'yahoo.com'],
  ['iclod.com', 'icloud.com'],
  ['icoud.com', 'icloud.com'],
  ['icluod.com', 'icloud.com'],
  ['icloud.co', 'icloud.com'],
  ['icloud.con', 'icloud.com'],
  ['protonmial.com', 'protonmail.com'],
  ['fastmial.com', 'fastmail.com'],
  ['comcast.ner', 'comcast.net'],
  ['comacst.net', 'comcast.net'],
  ['verzion.net', 'verizon.net'],
  ['sbcgloabl.net', 'sbcglobal.net'],
  ['t-onlin.de', 't-online.de'],
  ['t-onlinede', 't-online.de'],
  ['frenet.de', 'freenet.de'],
  ['wanado.fr', 'wanadoo.fr'],
  ['lapsote.net', 'laposte.net'],
  ['acme.con', 'acme.com'],
  ['acme.ogr', 'acme.org'],
  ['mail.acme.vom', 'mail.acme.com'],
];

/** Where people have mail, and companies that are a letter away from it. None is a slip of the finger. */
const real = `
gmail.com googlemail.com hotmail.com hotmail.co.uk hotmail.fr hotmail.it hotmail.es hotmail.de hotmail.nl hotmail.be
hotmail.se hotmail.ca hotmail.com.br hotmail.com.ar outlook.com outlook.fr outlook.de outlook.it outlook.es outlook.pt
outlook.dk outlook.ie outlook.jp outlook.com.br outlook.com.au live.com live.co.uk live.fr live.nl live.it live.be
live.se live.no live.dk live.ca live.com.au live.com.mx msn.com passport.com windowslive.com yahoo.com yahoo.co.uk
yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.ca yahoo.co.jp yahoo.co.in yahoo.in yahoo.com.br yahoo.com.ar yahoo.com.mx
yahoo.com.au yahoo.com.ph yahoo.com.sg yahoo.com.tr yahoo.com.vn yahoo.co.id yahoo.gr yahoo.ie yahoo.se yahoo.no
yahoo.dk yahoo.pl yahoo.ro ymail.com rocketmail.com myyahoo.com aol.com aol.co.uk aol.de aol.fr aim.com icloud.com
me.com mac.com proton.me protonmail.com protonmail.ch pm.me fastmail.com fastmail.fm fastmail.net fastmail.co.uk
hey.com zoho.com zohomail.com zohomail.eu mail.com email.com usa.com myself.com consultant.com post.com europe.com
asia.com iname.com writeme.com dr.com engineer.com cheerful.com techie.com gmx.com gmx.de gmx.net gmx.at gmx.ch gmx.fr
gmx.co.uk gmx.us gmx.info gmx.eu web.de t-online.de magenta.de freenet.de arcor.de vodafone.de vodafone.it online.de
1und1.de ionos.de posteo.de posteo.net mailbox.org kabelmail.de unitybox.de o2online.de alice.de bluewin.ch sunrise.ch
hispeed.ch a1.net aon.at chello.at orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net bbox.fr numericable.fr
club-internet.fr aliceadsl.fr libero.it virgilio.it tiscali.it tin.it alice.it email.it fastwebnet.it tim.it iol.it
poste.it telefonica.net movistar.es terra.es ono.com sapo.pt mail.pt clix.pt iol.pt ziggo.nl kpnmail.nl planet.nl
xs4all.nl hetnet.nl home.nl upcmail.nl casema.nl telenet.be skynet.be proximus.be scarlet.be btinternet.com
btopenworld.com sky.com talktalk.net virginmedia.com ntlworld.com blueyonder.co.uk tiscali.co.uk eircom.net
comcast.net verizon.net att.net sbcglobal.net bellsouth.net charter.net spectrum.net cox.net earthlink.net juno.com
optonline.net frontier.com windstream.net centurylink.net roadrunner.com rogers.com shaw.ca telus.net sympatico.ca
bell.net videotron.ca bigpond.com bigpond.net.au optusnet.com.au iinet.net.au tpg.com.au xtra.co.nz uol.com.br
bol.com.br terra.com.br ig.com.br globo.com prodigy.net.mx arnet.com.ar fibertel.com.ar mail.ru inbox.ru list.ru bk.ru
yandex.ru yandex.com ya.ru rambler.ru ukr.net i.ua meta.ua bigmir.net wp.pl o2.pl onet.pl interia.pl op.pl gazeta.pl
seznam.cz centrum.cz email.cz volny.cz azet.sk abv.bg mail.bg freemail.hu citromail.hu inbox.lv telia.com tele2.se
spray.se online.no start.no sol.no kolumbus.fi luukku.com elisanet.fi qq.com foxmail.com 163.com 126.com yeah.net
sina.com sina.cn sohu.com aliyun.com 139.com naver.com daum.net hanmail.net nate.com kakao.com docomo.ne.jp
ezweb.ne.jp softbank.ne.jp nifty.com biglobe.ne.jp rediffmail.com in.com walla.com walla.co.il 013.net emirates.net.ae
duck.com tutanota.com tutanota.de tuta.com tuta.io skiff.com disroot.org riseup.net autistici.org runbox.com hushmail.com startmail.com
mailfence.com lavabit.com cock.li simplelogin.com relay.firefox.com privaterelay.appleid.com users.noreply.github.com
cloud.com grail.com omail.com tmail.com rmail.com bmail.com fmail.com kmail.com hmail.com outlooktraveller.com
bigpoint.com horizon.net life.com mall.com yoho.com acme.co acme.io acme.cm acme.om example.com example.org
university.edu agency.gov company.dev startup.ai studio.bet münchen.de почта.рф
`
  .trim()
  .split(/\s+/);

describe('suggestAddress', () => {
  it.each(typos)('%s becomes %s', (typed, meant) => {
    expect(suggestAddress(`Ana.B+x@${typed}`)).toBe(`Ana.B+x@${meant}`);
  });

  it('says nothing about two hundred and more domains that are real', () => {
    expect(new Set(real).size).toBeGreaterThan(250);
    expect(real.filter((domain) => suggestAddress(`ana@${domain}`))).toEqual([]);
    expect(real.filter((domain) => suggestAddress(`ana@${domain.toUpperCase()}`))).toEqual([]);
  });

  it('suggests nothing that it would not leave alone', () => {
    for (const [typed] of typos) {
      const suggested = suggestAddress(`ana@${typed}`) ?? '';
      expect(suggestAddress(suggested)).toBeNull();
    }
  });

  it('says nothing about what is not one address', () => {
    const texts = [
      '',
      'ana',
      '@gmial.com',
      'ana@',
      'a@b@gmial.com',
      '+44 7700 900123',
      'a b@gmial.com',
    ];
    for (const text of texts) expect(suggestAddress(text)).toBeNull();
  });

  it('knows the domains that it is given, and keeps them as they are', () => {
    const domains = ['acme-corporation.example', 'Gmial.com'];
    expect(suggestAddress('ana@acme-corporaiton.example', domains)).toBe(
      'ana@acme-corporation.example',
    );
    expect(suggestAddress('ana@gmial.com', domains)).toBeNull();
    expect(suggestAddress('ana@acme-corporaiton.example')).toBeNull();
  });

  it('leaves the part before the @ as typed', () => {
    expect(suggestAddress(' Ana.O’Neil+news@GMIAL.com ')).toBe('Ana.O’Neil+news@gmail.com');
  });
});

describe('typingDistance', () => {
  it.each([
    ['gmail', 'gmail', 0],
    ['gmial', 'gmail', 1],
    ['gmal', 'gmail', 1],
    ['gmaill', 'gmail', 1],
    ['gnail', 'gmail', 1],
    ['grail', 'gmail', 2],
    ['', 'gmail', 5],
    ['hotmal', 'outlook', 7],
  ])('%s is %s after %i slips', (typed, meant, slips) => {
    expect(typingDistance(typed, meant)).toBe(slips);
    expect(typingDistance(meant, typed)).toBe(slips);
  });
});
