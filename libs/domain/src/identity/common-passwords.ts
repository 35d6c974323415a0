/**
 * Passwords that stand at the head of every published list of leaked ones, here and abroad, in lower
 * case. Those that are too short anyway are left out; with a few digits behind them they count too.
 */
const LISTED = `
password passw0rd p@ssword p@ssw0rd pa$$word pa$$w0rd passwort motdepasse contrasena
12345678 123456789 1234567890 0123456789 0987654321 9876543210 87654321 123123123 123321123
1234567891 12345678910 123456789012 1234567890123 12345678901234 123456789012345 1234567890123456
11111111 00000000 88888888 66666666 99999999 11223344 1122334455 112233445566 123454321
abcdefgh abcdefghi abcdefghijkl abc12345 abc123456 abcd1234 abcd123456 a1b2c3d4 a123456789 a12345678
aa123456 aa12345678 aaa123456 aaa111222 abc123abc qwer1234 qwer123456 asdf1234 asdf123456 zxcv1234
qwertyui qwertyuiop qwerty123 qwerty1234 qwerty123456 qwertyuiopasdf asdfghjk asdfghjkl asdfgh123
zxcvbnm1 zxcvbnm123 zxcvbnmasdfghjkl qazwsxedc qazwsx123 qazxswedc 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y
1qaz2wsx 1qaz2wsx3edc 1qazxsw2 1qaz@wsx 1qaz!qaz !qaz2wsx !qaz@wsx #edc4rfv q1w2e3r4 q1w2e3r4t5
zaq12wsx zaq1zaq1 zaq1xsw2 zaq!2wsx 3edc4rfv qweasdzxc qweasd123 qwe123456 qweqwe123 asd123456
zxc123456 ilovedotcom iloveyou iloveyou1 woaini520 woaini521 woaini1314 woaini123 wo5201314 5201314520
52013145 1314520520 woaiwojia woaizhongguo zhongguo zhongguo1 china123 china2008 beijing2008 beijing
shanghai henan123 zhengzhou zhengzhou1 zhengzhou123 zz123456 erqi1234 erqi123456 erqi2026 zhengwu123
zhengwufuwu bianmin123 yikou123 yikou-demo yikouyikou yikoushouli government gov12345 govgovgov
admin admin123 admin1234 admin12345 admin123456 admin888 admin@123 admin@1234 admin!23 administrator
adminadmin admin123admin root1234 root@123 rootroot system123 sysadmin sysadmin123 manager123
superadmin superuser superman batman123 welcome welcome1 welcome123 welcome@123 letmein1 letmein123
changeme changeme1 changeme123 default1 test1234 test123456 testtest guest123 user1234 user123456
monkey123 dragon123 football baseball basketball sunshine princess starwars whatever trustno1
computer internet master123 shadow123 michael1 jordan23 liverpool chocolate butterfly mustang1
secret123 security security1 security123 pass1234 pass@123 pass@word1 password1! password123!
summer2026 winter2026 spring2026 autumn2026 qq123456 qq123456789 taobao123 wangyi163 zhang123
wang123456 li123456 zhang123456 liu123456 chen123456 yang123456 zhao123456 lovelove asdasdasd qweqweqwe
passwordpassword adminadminadmin qwertyqwerty letmeinletmein correcthorsebatterystaple
`;

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(LISTED.trim().split(/\s+/));
