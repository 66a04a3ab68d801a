/**
 * What people choose when a password is asked for: the words, names and runs of keys that guessing
 * programs begin with, and what is put behind them. Written for Wardround from general knowledge, not
 * copied from a leaked list. Kept as words and endings, from which `password-rules.ts` reads some
 * hundred thousand passwords; `commonWords` alone are a few kilobytes.
 */
const words = `
password passwort passwd passw0rd pass pwd secret geheim kennwort letmein letmeinnow welcome willkommen bienvenue
hello hallo bonjour ciao hola goodmorning gutenmorgen goodbye login logon signin access open opensesame sesame enter
admin administrator adminadmin root toor superuser user username guest gast test tester testing testtest demo
default changeme changeit changenow changethis newpassword mypassword thepassword yourpassword nopassword
temp temporary temppass initial start startup begin firsttime onetime system sysadmin manager service support helpdesk
master mastermaster owner boss chief office computer laptop server network internet website google facebook youtube
instagram twitter whatsapp linkedin amazon apple iphone android samsung nokia microsoft windows linux ubuntu
database oracle mysql postgres cisco router wireless wifi wlan security secure safe safety private trustno
trustnoone trustme whatever nothing something anything everything nobody somebody anybody unknown blank none
qwerty qwertyuiop qwertz qwertzuiop azerty azertyuiop asdfgh asdfghjkl asdf zxcvbn zxcvbnm yxcvbnm qazwsx qazwsxedc
wsxedc edcrfv rfvtgb qweasd qweasdzxc asdzxc qwe asd zxc qaz wsx edc poiuytrewq lkjhgfdsa mnbvcxz poiuy lkjhg
iloveyou iloveu iloveme iloveit iloveyouso loveyou loveme ilikeyou ihateyou ihateit fuckyou fuckoff fuckme fuck shit
asshole bitch sexy sexysexy sex love lover lovely lovers liebe schatz schatzi amour teamo tequiero amore
princess prinzessin princesse prince king queen angel angels engel ange devil satan god jesus jesuschrist christ
allah buddha blessed blessing faith hope grace heaven hell forever always never together family familie famille
mother mutter mom mommy mama father vater dad daddy papa sister brother baby babygirl babyboy girl girls boy boys
friend friends bestfriend buddy honey sweet sweetie sweetheart darling sugar candy cookie cupcake chocolate
schokolade cheese pizza burger banana apples orange lemon cherry strawberry peach pumpkin coffee kaffee tea beer
bier whiskey vodka wine water wasser
dragon monkey shadow sunshine sonnenschein moonlight starlight rainbow regenbogen butterfly schmetterling flower
flowers blume blumen rose roses lily daisy violet jasmine tulip sunflower tree forest river ocean mountain
summer sommer winter spring fruehling autumn herbst fall january february march april may june july august
september october november december januar februar maerz mai juni juli oktober dezember
monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag
today tomorrow yesterday weekend holiday ferien urlaub vacation christmas weihnachten easter ostern halloween birthday
happy happiness happyday lucky luckyday lucky7 smile smiley sunny cloudy rainy snow snowman snowball
tiger lion wolf wolves bear panda eagle falcon hawk phoenix panther leopard cheetah jaguar cobra snake spider scorpion
shark dolphin whale fish turtle frog rabbit bunny hamster mouse kitty kitten cat cats katze dog dogs hund puppy doggy
horse horses pferd pony unicorn cow pig chicken duck goose bird birds elephant gorilla monster zombie vampire
batman superman spiderman ironman hulk joker wonderwoman captain avenger avengers starwars skywalker vader darthvader
yoda startrek spock enterprise matrix neo trinity gandalf frodo hobbit lordoftherings harrypotter hermione hogwarts
dumbledore pokemon pikachu charizard mario luigi zelda sonic naruto sasuke goku vegeta dragonball minecraft fortnite
roblox counterstrike callofduty warcraft starcraft diablo pacman tetris gamer game games player playstation nintendo
xbox hello kitty hellokitty snoopy garfield mickey mickeymouse minnie donald donaldduck simpsons homer bart
football fussball soccer baseball basketball hockey tennis golf golfer rugby cricket volleyball swimming running
skating surfing fishing hunting hunter racing biker cycling yoga dance dancer dancing music musik guitar gitarre piano
drums rock rocknroll metal metallica nirvana slipknot eminem beatles elvis madonna rihanna beyonce shakira queen abba
liverpool arsenal chelsea manchester manunited united barcelona realmadrid juventus milan inter bayern bayernmuenchen
borussia dortmund schalke werder hamburg ajax celtic rangers everton tottenham yankees redsox cowboys steelers packers
eagles patriots lakers bulls chicago celtics warriors giants raiders broncos dolphins ravens
ferrari porsche mercedes bmw audi volkswagen toyota honda ford mustang corvette camaro chevy chevrolet jeep subaru
nissan yamaha kawasaki suzuki ducati harley harleydavidson lamborghini bugatti tesla vespa
london paris berlin muenchen munich hamburg koeln frankfurt zuerich zurich vienna wien rome roma madrid lisbon
amsterdam brussels dublin newyork boston texas dallas houston california florida miami losangeles hollywood lasvegas
chicago seattle alaska hawaii america usa canada toronto australia sydney germany deutschland austria schweiz
switzerland france italy italia spain espana england britain scotland ireland holland poland polska russia china
japan tokyo india brazil brasil mexico africa europe europa
michael jennifer jessica jordan michelle ashley daniel thomas andrew matthew joshua robert william richard charles
joseph james john david christopher nicholas anthony steven kevin brian george edward ronald timothy jason jeffrey
ryan jacob gary eric stephen jonathan larry justin scott brandon benjamin samuel gregory frank alexander patrick
raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold
carl keith roger gerald christian terry sean arthur austin noah lawrence jesse joe bryan billy jordan albert dylan
bruce willie gabriel alan juan logan wayne ralph roy eugene randy vincent russell louis philip bobby johnny bradley
mary patricia linda elizabeth barbara susan sarah karen nancy lisa margaret betty sandra dorothy kimberly emily donna
carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia kathleen amy shirley angela anna ruth brenda
pamela nicole katherine samantha christine catherine virginia debra rachel janet emma carolyn maria heather diane julie
joyce victoria kelly christina joan evelyn lauren judith olivia martha cheryl megan andrea hannah jacqueline ann jean
alice kathryn gloria teresa sara janice doris julia grace judy abigail marie denise beverly amber theresa marilyn
danielle diana brittany natalie sophia rose isabella alexis kayla charlotte lukas leon finn jonas felix max maximilian
paul tim moritz julian niklas simon fabian tobias stefan andreas wolfgang juergen klaus uwe bernd dieter hans heinz
sabine petra monika ursula claudia birgit gabriele renate silke heike anja katja nadine melanie lena lea mia
pierre jean nicolas julien antoine sophie camille giulia francesca marco luca andrea giuseppe antonio carlos pedro
clinic klinik hospital krankenhaus spital doctor doktor arzt praxis nurse nursing patient patients medical medicine
medizin health healthcare gesundheit pharmacy apotheke surgery emergency ambulance radiology laboratory labor ward
station therapy dental dentist rehab care pflege covid corona vaccine heart herz
company firma business work working worker job money geld dollar euro bitcoin crypto million millionaire rich gold
silver diamond diamant platinum crystal pearl ruby emerald treasure lottery winner loser champion victory power
energy fire feuer thunder donner lightning blitz storm hurricane earthquake volcano ice magic magical wizard witch
ninja samurai pirate pirates knight warrior soldier army navy marine marines sniper killer hacker hacked cracker
ghost spirit soul dream dreams dreamer freedom freiheit liberty peace frieden war legend hero heroes
student school schule teacher lehrer university college science english deutsch france math history library book
bookworm reader writer artist picture photo camera movie movies cinema television radio
black white blue green yellow purple orange brown silver golden pink blackcat whitecat redrose bluesky
one two three four five six seven eight nine ten zero first second third number numberone numero
correcthorsebatterystaple thisismypassword thisisapassword thisisasecret thisissecret ilovemyfamily ilovemydog ilovemycat
ilovemywife ilovemyhusband ilovemykids ilovemybaby ilovemusic ilovefootball passwordpassword
nopasswordneeded donotforget dontforget forgotten forgotpassword remember rememberme keepout keepitsafe letmeinplease
openthedoor whoami whoareyou whocares itsasecret topsecret supersecret verysecret secretpassword notasecret
`

/** Words that are a password by themselves, or with something common around them. */
export const commonWords: ReadonlySet<string> = new Set(words.split(/\s+/).filter(Boolean))

/** Runs of keys, letters and digits, of which parts and repetitions are guessed as well. */
export const commonRuns: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'a1b2c3d4e5f6g7h8i9j0',
  'asdfghjkl',
  'zxcvbnm',
]
