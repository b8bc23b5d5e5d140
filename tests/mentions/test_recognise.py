"""Names in made-up sentences: what is found, under which type, and what only looks like a name."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.mentions.recognise import Recogniser
from graph.model import EntityType
from graph.read import document_from_text
from tests.support import document_of

L, A, U, E, S, P, H, D = (
    EntityType.LOCAL_GOVERNMENT,
    EntityType.AGENCY,
    EntityType.UNION,
    EntityType.ENTERPRISE,
    EntityType.INSTITUTION,
    EntityType.PERSON,
    EntityType.HONOUR,
    EntityType.POLICY_DOCUMENT,
)

FOUND = [
    # places
    ("青川县出台了改革方案。", "青川县", L),
    ("四川广元青川县的做法被推广。", "四川广元青川县", L),
    ("青川县委、县政府高度重视。", "青川县委、县政府", L),
    ("中共青川县委研究部署。", "青川县委", L),
    ("全县共有三支队伍，青川县走在前列。", "全县", L),
    ("株洲在全国率先探索。", "株洲", L),
    ("株洲高新技术产业开发区服务企业。", "株洲高新技术产业开发区", L),
    ("广西壮族自治区开展了评选，我区职工踊跃报名。", "我区", L),
    ("延边朝鲜族自治州落实了措施。", "延边朝鲜族自治州", L),
    # agencies
    ("青川县人社局组织了招聘。", "青川县人社局", A),
    ("省住房和城乡建设厅印发通知。", "省住房和城乡建设厅", A),
    ("联合县文旅局举办比赛。", "县文旅局", A),
    ("县委组织部选派干部。", "县委组织部", A),
    ("株洲市委宣传部牵头宣讲。", "株洲市委宣传部", A),
    ("市产改办下发清单。", "市产改办", A),
    ("株洲市产业工人队伍建设改革领导小组召开会议。", "株洲市产业工人队伍建设改革领导小组", A),
    ("青川县人大常委会开展视察。", "青川县人大常委会", A),
    ("税务局、气象局等部门参加。", "气象局", A),
    # unions
    ("株洲市总工会举办培训。", "株洲市总工会", U),
    ("县总在车间设立服务点。", "县总", U),
    ("省能源化学工会授予奖牌。", "省能源化学工会", U),
    ("中华全国总工会作出部署。", "中华全国总工会", U),
    ("在全总的会议上发言。", "全总", U),
    ("云岭重工有限公司工会建成书屋。", "云岭重工有限公司工会", U),
    # enterprises
    ("来自株洲湘银轴承有限公司的代表说。", "株洲湘银轴承有限公司", E),
    ("对青川白龙茶业股份有限公司、青川天照药业有限公司进行了调研。", "青川天照药业有限公司", E),
    ("国网湖南省电力公司推行导师制。", "国网湖南省电力公司", E),
    ("中国水电建设集团第九工程局有限公司落实待遇。", "中国水电建设集团第九工程局有限公司", E),
    ("走进鼎盛乳业有限公司参观。", "鼎盛乳业有限公司", E),
    ("湖南华湘集团白沙煤矿建成实训室。", "湖南华湘集团白沙煤矿", E),
    ("鲲腾集团评选标兵。", "鲲腾集团", E),
    ("贵州盘江车业有限公司遵义分公司挂牌。", "贵州盘江车业有限公司遵义分公司", E),
    ("供电公司、公交公司等单位参加。", "供电公司", E),
    # institutions
    ("成立株洲工匠学院，设六个分院。", "株洲工匠学院", S),
    ("县职业教育中心学校与县第二中学共建。", "县第二中学", S),
    ("与湖南工业大学签约。", "湖南工业大学", S),
    ("投资改造县工人文化宫。", "县工人文化宫", S),
    # people
    ("公司党委书记、董事长周启航介绍。", "周启航", P),
    ("焊工贺兰亭从业二十年。", "贺兰亭", P),
    ("省总工会副主席谭晓阳到会讲话。", "谭晓阳", P),
    ("“我会继续干下去。”江一帆激动地说。", "江一帆", P),
    ("特邀请欧阳致远老师授课。", "欧阳致远", P),
    ("职工阿依古丽·买买提激动地说。", "阿依古丽·买买提", P),
    ("职工田野获得奖励。", "田野", P),
    # honours
    ("被省总工会授予“湖湘先锋班组”称号。", "“湖湘先锋班组”", H),
    ("荣获全国五一劳动奖状。", "全国五一劳动奖状", H),
    ("培育省劳模12人。", "省劳模", H),
    ("5人获得湖南省“创新杯”竞赛奖。", "湖南省“创新杯”竞赛奖", H),
    ("株洲工匠20人受到表彰。", "株洲工匠", H),
    ("先后获得公司技改创新二等奖。", "技改创新二等奖", H),
    # documents
    ("印发《关于提高技能人才待遇的若干措施》。", "《关于提高技能人才待遇的若干措施》", D),
    ("出台《青川县工匠评选办法（试行）》。", "《青川县工匠评选办法（试行）》", D),
    ("纳入青川县“十四五”规划。", "青川县“十四五”规划", D),
    ("炉长的“老把式”——万里红，云岭钢铁有限公司炼钢工。", "万里红", P),
    ("县总工会授予周启航等12人奖章。", "周启航", P),
    ("副市长江一帆主持会议。", "江一帆", P),
    ("县人力社保局兑付补贴。", "县人力社保局", A),
    ("市政府办公室印发通知。", "市政府办公室", A),
    ("由全国铁路工会评定。", "全国铁路工会", U),
    ("川北通川食品（青川）有限公司投产。", "川北通川食品（青川）有限公司", E),
    ("先后走访青山轧辊厂、红星机床厂。", "红星机床厂", E),
    ("在云湖湾工业园区成立支部。", "云湖湾工业园区", L),
    ("延边州总工会送课。", "延边州总工会", U),
    ("共建“云湖电机产业学院”。", "云湖电机产业学院", S),
    ("获评全国交通技术能手。", "全国交通技术能手", H),
    ("云岭重工有限公司工会建成书屋。", "云岭重工有限公司", E),
    ("遴选云岭重工有限公司先行。", "云岭重工有限公司", E),
    ("市总工会把竹园经济开发区列为重点。", "竹园经济开发区", L),
    ("贺兰亭、江一帆等6人获奖。", "贺兰亭", P),
    ("江一帆（云岭重工有限公司总工程师）到场。", "江一帆", P),
    ("被认定为“湖南省劳模和工匠人才创新工作室”。", "“湖南省劳模和工匠人才创新工作室”", H),
    # factories and houses by their endings
    ("走访了广元远大硬质合金厂。", "广元远大硬质合金厂", E),
    ("设在老站房里的青川县工运史馆开馆。", "青川县工运史馆", S),
    ("青川县第二职业高中新开专业。", "青川县第二职业高中", S),
    ("专家来自青川县以及云岭重工有限公司。", "云岭重工有限公司", E),
    # zones
    ("株洲物流园新建工会。", "株洲物流园", L),
    ("洋口保税港区揭牌。", "洋口保税港区", L),
    # unions and the youth league
    ("市总工会和团市委联合发文。", "团市委", A),
    ("县总工会同竹园镇工会工委合署办公。", "竹园镇工会工委", U),
    # people
    ("广元远大机械厂磨工贺强音的奖金涨了。", "贺强音", P),
    ("钳工贺兰亭评上高级技师。", "贺兰亭", P),
    ("挡车工阿依古丽夺得桂冠。", "阿依古丽", P),
    ("跑长途的艾尼·吐尔逊不再怕冬天。", "艾尼·吐尔逊", P),
    ("机电科的贺兰亭一处不落。", "贺兰亭", P),
    ("部长贺秋月坦言很难。", "贺秋月", P),
    ("最得意的是贺亮，这个小伙子爱钻研。", "贺亮", P),
    ("贺亮是个闲不住的人。", "贺亮", P),
    ("该公司贺兰亭领衔的工作室挂牌。", "贺兰亭", P),
    # honours
    ("贺兰亭是四川省劳动模范。", "四川省劳动模范", H),
    ("焊工贺兰亭获颁兴川建功劳动奖章。", "兴川建功劳动奖章", H),
    ("全市选树云岭工匠14名、川江工匠21名。", "川江工匠", H),
    ("校区得了“湖南省产教融合示范院校”。", "“湖南省产教融合示范院校”", H),
    # people by what they are, whose they are, what was won, their studios and lists
    ("总装车间贺兰亭的手机响了。", "贺兰亭", P),
    ("电工出身的贺亮领着徒弟攻关。", "贺亮", P),
    ("冠军贺兰亭来自县城。", "贺兰亭", P),
    ("市总工会副主席惠兰亭并不避讳。", "惠兰亭", P),
    ("货车司机贺大川算过账。", "贺大川", P),
    ("对跑了十年的贺兰亭来说，日子好了。", "贺兰亭", P),
    ("厂里的贺兰亭劳模创新工作室挂牌。", "贺兰亭", P),
    ("见到贺兰亭时，她刚下班。", "贺兰亭", P),
    ("仪表班的贺兰亭在大赛上夺冠。", "贺兰亭", P),
    ("二等奖：贺兰亭（云岭重工有限公司）、江一帆（青川县机械厂）", "江一帆", P),
    ("班长哈斯巴根带出徒弟。", "哈斯巴根", P),
    ("·贺春旺，云岭公司焊工，三次登台。", "贺春旺", P),
    # firms in closed lists, coined names, what two nouns of one character make
    ("春江里杯业、松门门业等19家企业拿到资格。", "松门门业", E),
    ("雪茧丝绸公司投产。", "雪茧丝绸公司", E),
    ("对云岭机械公司来说，路不好走。", "云岭机械公司", E),
    ("她的东家松云矿业集团引进设备。", "松云矿业集团", E),
    # colleges that a verb founds; zones with a number in their name
    ("学校同企业共建矿山机电产业学院。", "矿山机电产业学院", S),
    ("三川新区把企业拢到一起。", "三川新区", L),
    ("来自云岭机械有限公司的朝鲜族小伙朴正浩夺得头名。", "朴正浩", P),
    ("工会主席由闵思远一人兼任。", "闵思远", P),
    ("数控铣　贺兰亭（云岭机械有限公司）", "贺兰亭", P),
    ("公司化验工阿依古丽·艾力改进了取样法。", "阿依古丽·艾力", P),
    ("答：云岭机械有限公司的沈月娥。初中毕业就进厂。", "沈月娥", P),
    ("青川县教育和科学技术局牵头。", "青川县教育和科学技术局", A),
    ("青川县委督查室每半年督查一次。", "青川县委督查室", A),
    ("青川县先进制造产教联合体揭牌。", "青川县先进制造产教联合体", S),
    # unions of zones and trades, groups called by their kind, zones behind a dash
    ("——云湖湾保税港区工会联合会的探索。", "云湖湾保税港区工会联合会", U),
    ("——云湖湾保税港区工会联合会的探索。", "云湖湾保税港区", L),
    ("县总工会组建茶叶行业工会联合会。", "茶叶行业工会联合会", U),
    ("驻云湖湾产业园区的企业建了会。", "云湖湾产业园区", L),
    ("区委副书记贺兰亭到会。", "区委", L),
    # the corps, whose divisions are one with their cities
    ("第八师石河子市办起夜校。", "第八师石河子市", L),
    ("石河子市推进改革，师市人社局举办招聘会。", "师市人社局", A),
    ("兵团总工会授予奖牌。", "兵团总工会", U),
    # people: behind a blank, a verb of one character, a shop, an honour in quotes, their firm
    ("市总工会常务副主席 鲁文轩", "鲁文轩", P),
    ("高级技师吕铁桩指给记者看。", "吕铁桩", P),
    ("公司人力资源部经理陶志宏找她谈。", "陶志宏", P),
    ("总经理助理贺茵讲的是经过。", "贺茵", P),
    ("总装线上的贺美岚只有中专文凭。", "贺美岚", P),
    ("“川北工匠”莫柏生的班组夺冠。", "莫柏生", P),
    ("云岭特钢有限公司邵海宁、金鼎机械有限公司沈四明分获第一名。", "邵海宁", P),
    ("云岭特钢有限公司邵海宁、金鼎机械有限公司沈四明分获第一名。", "沈四明", P),
    ("电工格桑曲珍拿了第一。", "格桑曲珍", P),
    ("一等奖：贺 霖（云岭机械有限公司）、金玉兰（金鼎机械有限公司）", "金玉兰", P),
    ("一等奖：贺兰亭（云岭机械有限公司）", "一等奖", H),
    # firms: two places before the name, what stands before a name
    ("上海济源泉饮品集团有限公司投产。", "上海济源泉饮品集团有限公司", E),
    ("承办方云岭纺织有限公司夺冠。", "云岭纺织有限公司", E),
    ("所属西岭煤矿办了夜校。", "西岭煤矿", E),
    ("遂宁市云马即时配送有限公司建会。", "遂宁市云马即时配送有限公司", E),
    # names begin behind 由, 联合, a year, a county before its province
    ("学费由云岭钢铁集团报销一半。", "云岭钢铁集团", E),
    ("公司又联合青川纺织职业学院办班。", "青川纺织职业学院", S),
    ("2020年云岭钢铁有限公司投产。", "云岭钢铁有限公司", E),
    ("这名在青川县四川云岭阀门股份有限公司干了十年的车工。", "四川云岭阀门股份有限公司", E),
    ("安徽水阳江电子材料股份有限公司投产。", "安徽水阳江电子材料股份有限公司", E),
    ("县卫健局联合县总工会开展筛查。", "县卫健局", A),
    ("县卫健局联合县总工会开展筛查。", "县总工会", U),
    ("走进满洲里的口岸。", "满洲里", L),
    ("县里印发《青川县产业工人成长十二条》。", "《青川县产业工人成长十二条》", D),
    ("老厂房变成青川工匠馆。", "青川工匠馆", S),
    ("磨工成晓琴（女）上台。", "成晓琴", P),
    ("装配工李会敏上台。", "李会敏", P),
    ("罗小燕是云岭铜箔的分切工，去年拿了证。", "罗小燕", P),
    ("测风班班长、90后乌日罕说。", "乌日罕", P),
    ("评出“青川漆匠”40名。", "“青川漆匠”", H),
    ("郭承远曾获四川省劳动模范。", "郭承远", P),
    ("2020年，郭承远光荣当选全国劳动模范。", "郭承远", P),
    ("郭承远凭借一手绝活出了名。", "郭承远", P),
    ("今年，郭承远作为全国五一劳动奖章获得者赴京。", "郭承远", P),
    ("郭承远、陆海波、杜春梅3人被评为工匠。", "陆海波", P),
]

NOT_FOUND = [
    ("把阵地命名为“周启航劳模创新工作室”。", "“周启航劳模创新工作室”", H),
    ("培训班（某公司承办）等6人一组。", "培训班", P),
    ("在城区经济适用房小区走访。", "城区", L),
    ("“安康杯”竞赛覆盖所有班组。", "安康", L),
    ("安全生产合作社会治理要振兴实业。", "振兴", L),
    ("各级工会积极行动。", "各级工会", U),
    ("县总体规划已经批复。", "县总", U),
    ("县委全面深化改革总体布局清晰。", "县委全面深化改革总体布局", A),
    ("物流公司和快递企业共同参与。", "物流公司", E),
    ("该公司职工人数翻番。", "该公司", E),
    ("广州某机械公司陷入困境。", "广州某机械公司", E),
    ("职业院校和高等学校共建基地。", "高等学校", S),
    ("开展集体协商会议观摩。", "集体协商会", S),
    ("关于职工关怀的办法。", "关怀", P),
    ("员工高兴地说。", "高兴", P),
    ("工人文体活动丰富。", "文体", P),
    ("“心系职工·情暖万家”活动启动。", "心系职工·情暖万家", P),
    ("王律师说服了对方。", "王律师", P),
    ("实施“英才培养”工程。", "“英才培养”", H),
    ("弘扬“三牛”精神。", "“三牛”", H),
    ("《湖南日报》刊发长文。", "《湖南日报》", D),
    ("演唱《咱们工人有力量》。", "《咱们工人有力量》", D),
    ("全市新建工会组织312个。", "全市新建工会", U),
    ("全市总人口增加。", "全市总", U),
    ("青川县试点企业云岭钢铁有限公司投产。", "青川县试点企业云岭钢铁有限公司", E),
    ("开发区企业岚光器材（青川）有限公司夺冠。", "开发区企业岚光器材（青川）有限公司", E),
    ("图为云岭钢铁有限公司职工在练兵。", "图为云岭钢铁有限公司", E),
    ("工程师展开讨论。", "程展开", P),
    ("老师傅站上讲台。", "傅站上", P),
    ("一线工人占新党员的一半。", "占新", P),
    ("毕业生留厂率超过九成。", "毕业生留厂", E),
    ("“川工云课”平台上线。", "云课", P),
    ("记者随县总工会走访。", "随县", L),
    ("拟建市级工匠学院一所。", "市级工匠学院", S),
    ("云岭重工有限公司炼钢厂的班组长到场。", "云岭重工有限公司炼钢厂", E),
    ("广东设立驻外工会联络站。", "广东设立驻外工会", U),
    ("董事长贺重常挂在嘴边。", "贺重常", P),
    ("青川县一座老纺织厂挂了新牌。", "青川县一座老纺织厂", E),
    ("青川计划新设工匠学院分院。", "青川计划新设工匠学院", S),
    ("竹园街道列为四川省工业园区示范点。", "竹园街道列为四川省工业园区", L),
    ("为先锋骑手、先锋司机和温馨驿站发放礼包。", "和温馨", P),
    ("新就业群体和货车司机入会。", "和货车", P),
    ("拿下焊工桂冠的人来了。", "桂冠", P),
    ("给师傅敬过三杯茶。敬过三杯的人不多。", "敬过三", P),
    ("市里给外地技工盖人才公寓。", "盖人才", P),
    ("机械、化工等12家企业备案。", "化工", E),
    ("学徒能跨厂轮岗。", "学徒能跨厂", E),
    ("与企业合办的二级产业学院在酝酿。", "二级产业学院", S),
    ("在从某市一家水泥厂出来的人里。", "一家水泥厂", E),
    ("两大新区争先。", "两大新区", L),
    ("青川县成立丝网行业工会联合会。", "青川县成立丝网行业工会联合会", U),
    ("看见师傅那辆旧自行车就安心。", "那辆旧", P),
    ("职工那达慕、健步走轮番登场。", "那达慕", P),
    ("力争三年内高级工占比达到四成。", "占比达", P),
    ("主要生产复合肥和磷酸盐。", "合肥", L),
    ("青川完成县工人文化宫改造。", "成县", L),
    ("县总工会会同县人社局办班。", "会同县", L),
    ("青川县新就业形态劳动者工会工作回眸。", "青川县新就业形态劳动者工会", U),
    ("她今年当选省人大代表。", "省人大", A),
    ("其中工业园区建成书屋9间。", "其中工业园区", L),
    ("在深圳大道旁开了驿站。", "深圳", L),
    ("徒弟江帆问他怎么看。", "江帆问", P),
    ("检修工段志强调试设备。", "段志强", P),
    ("给9800名职工和劳务工办保险。", "和劳", P),
    ("每名学徒配一名师傅和一名导师。", "和一", P),
    ("——甘孜州九县扫描。", "甘孜州", P),
    ("吸收农牧民工会员2.6万名。", "农牧民工会", U),
    ("丰城两家配套厂结成联盟。", "丰城两家配套厂", E),
    ("有的当上了加工厂厂长。", "加工厂厂", E),
    ("学生替岚达公司改工装。", "学生替岚达公司", E),
    ("再建产业学院5所。", "再建产业学院", S),
    ("新农村电机厂区的灯亮着。", "新农村电机厂", E),
    ("妇女联合会举办活动。", "联合会", U),
    ("二等奖：云岭代表队、金鼎机械有限公司", "云岭代表队", P),
    ("这家有7600名员工的民营企业集团投产。", "民营企业集团", E),
    ("职工把点子存进“金点子银行”。", "金点子银行", E),
    ("总装二工段荣获奖状。", "段荣获", P),
    ("首席技师与副总经理同薪。", "同薪", P),
    ("公司与职工方签订合同。", "方签订", P),
    ("劳模和新就业群体代表到会。", "和新", P),
    ("新建户外站点14个。", "新建", L),
    ("各乡镇（街道）和县开发区负责人到会。", "和县", L),
    ("学习井冈山精神。", "井冈山", L),
    ("8个区县全部成立产改办。", "产改办", A),
    ("在县经济开发区建设二期实训中心。", "县经济开发区建设二期实训中心", S),
    ("公司凭借技术优势出了名。", "公司", P),
]


def names(recogniser: Recogniser, text: str) -> set[tuple[str, EntityType]]:
    return {(m.surface, m.type) for m in recogniser.mentions(document_of(text))}


@pytest.mark.parametrize(("text", "surface", "kind"), FOUND)
def test_found(recogniser: Recogniser, text: str, surface: str, kind: EntityType) -> None:
    assert (surface, kind) in names(recogniser, text)


@pytest.mark.parametrize(("text", "surface", "kind"), NOT_FOUND)
def test_not_found(recogniser: Recogniser, text: str, surface: str, kind: EntityType) -> None:
    assert (surface, kind) not in names(recogniser, text)


def test_counts() -> None:
    assert len(FOUND) == 161
    assert len(NOT_FOUND) == 86
    assert {kind for _, _, kind in FOUND} == set(EntityType)


@pytest.mark.parametrize(
    ("first", "second", "short"),
    [
        ("云川钢铁有限公司地处山城。", "云川钢铁五年未停产。", "云川钢铁"),
        ("株洲钢铁有限公司建厂六十年。", "株钢职工收入增加。", "株钢"),
        ("湖南飞鹿化工集团有限公司（以下简称“飞鹿化工”）落实政策。", "飞鹿化工的班组长走上讲台。", "飞鹿化工"),
        ("湘潭金岭煤业公司完善制度。", "金岭煤业把学习放在首位。", "金岭煤业"),
        ("云起精密制造有限公司投产。", "云起精密设了新岗位。", "云起精密"),
        ("云起精密轴业股份有限公司投产。", "云起轴业与学校合办班。", "云起轴业"),
        ("云起新能源零部件有限公司投产。", "云起公司来了同行。", "云起公司"),
        ("青川县云起矿业有限公司投产。", "青川云起矿业评出标兵。", "青川云起矿业"),
        ("川北云起锂业有限公司投产。", "云起锂业公司评出标兵。", "云起锂业公司"),
        ("川北云起特种管业集团有限公司投产。", "青川县云起管业集团改革侧记。", "青川县云起管业集团"),
        ("川北云起煤业集团有限责任公司投产。", "川北云起煤业集团印发办法。", "川北云起煤业集团"),
    ],
)
def test_short_forms_of_firms(recogniser: Recogniser, first: str, second: str, short: str) -> None:
    found = recogniser.mentions(document_of(first, second))
    assert any(m.surface == short and m.type is E and m.sentence == 1 for m in found)


@pytest.mark.parametrize(
    ("first", "second", "short"),
    [
        ("青川云起职业技术学院（下称“云起职院”）建校。", "云起职院开了新班。", "云起职院"),
        ("青川云起机电工程学校建校。", "云起学校的校车来了。", "云起学校"),
    ],
)
def test_short_forms_of_schools(recogniser: Recogniser, first: str, second: str, short: str) -> None:
    found = recogniser.mentions(document_of(first, second))
    assert any(m.surface == short and m.type is S and m.sentence == 1 for m in found)


def test_a_place_is_no_short_form_of_the_firm_named_for_it(recogniser: Recogniser) -> None:
    found = recogniser.mentions(document_of("云起湾精密制造有限公司投产。", "云起湾镇办了夜校。"))
    assert not [m for m in found if m.surface == "云起湾" and m.type is E]


def test_of_two_firms_of_one_brand_the_group_is_the_group(recogniser: Recogniser) -> None:
    found = recogniser.mentions(
        document_of("云起重型传动集团有限公司和剑阁云起铸锻有限公司投产。", "云起集团评出标兵。")
    )
    assert any(m.surface == "云起集团" and m.hint == "short:云起重型传动集团有限公司" for m in found)


@pytest.mark.parametrize(
    ("last", "firm"),
    [
        ("“岚驰杯”大赛办到第三届。", "岚驰"),
        ("岚驰集团工会设了窗口。", "岚驰集团"),
        ("风很大。", ""),  # nothing shows that it is a firm
    ],
)
def test_firms_known_by_a_coined_name_only(recogniser: Recogniser, last: str, firm: str) -> None:
    told = (
        "岚驰推出通道。",
        "岚驰把点子变成专利。",
        "在岚驰的车间里，灯亮着。",
        "岚驰被列为试点。",
        "岚驰还建了公寓。",
    )
    told = told if firm else tuple(t.replace("的车间", "") for t in told)
    found = recogniser.mentions(document_of(*told, last))
    firms = {m.surface for m in found if m.type is E}
    assert firms == ({"岚驰", firm} if firm else set())
    assert not firm or all(m.hint in ("", f"short:{firm}") for m in found if m.surface == "岚驰")


def test_the_union_of_a_short_form(recogniser: Recogniser) -> None:
    found = recogniser.mentions(document_of("云川钢铁有限公司投产。", "云川钢铁工会设了休息点。"))
    assert any(m.surface == "云川钢铁工会" and m.type is U for m in found)


@pytest.mark.parametrize(
    ("sentences", "person"),
    [
        (("贺晓棠的绰号很响。", "贺晓棠提前出师。"), True),
        (("贺晓棠的绰号很响。",), False),  # once is not enough
        (("高技能人才多了。", "高技能人才少了。"), False),
    ],
)
def test_names_that_begin_clauses_again_and_again(
    recogniser: Recogniser, sentences: tuple[str, ...], person: bool
) -> None:
    found = recogniser.mentions(document_of(*sentences))
    assert any(m.type is P for m in found) is person


def test_short_county_counts_only_when_introduced(recogniser: Recogniser) -> None:
    alone = recogniser.mentions(document_of("青川推行了新办法。"))
    introduced = recogniser.mentions(document_of("青川县地处川北。", "青川推行了新办法。"))
    assert not [m for m in alone if m.surface == "青川"]
    assert [m for m in introduced if m.surface == "青川" and m.sentence == 1]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(alphabet="某县青川市省总工会人社局公司集团学院王李书记获得“”《》，。、12三年的在和与 \n·", max_size=80)
)
def test_any_text_is_read_and_every_mention_quotes_it(recogniser: Recogniser, text: str) -> None:
    document = document_from_text(text, "any.txt")
    for mention in recogniser.mentions(document):
        sentence = document.sentences[mention.sentence]
        assert sentence.text[mention.start : mention.end] == mention.surface
        assert mention.start < mention.end
