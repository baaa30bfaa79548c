import { wordSet } from "./word-set.ts";

/** Family names, in lower case, that stand before the given name: Chinese, Korean, Vietnamese. */
export const FAMILY_FIRST = wordSet(
  `xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang song deng han
  feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao lu cui tan fan jin shi dai
  jia fang zou xiong meng qin qiu hou bo mao jiang wen ai hua
  kim lee park choi jung jeong kang cho yoon yun jang chang lim im shin seo kwon hwang ahn an song yoo yu hong moon ban roh
  noh chun ri pak hyon hwang jo na ryu bae baek
  nguyen tran le pham phan vu vo dang bui do ho ngo duong ly truong dinh trinh`,
);
