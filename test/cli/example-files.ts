const wide = `item,A,B,C
1,F,F,F
2,F,Ds,F
3,Ds,Ds,E
4,E,E,E
5,NA,Ds,Ds
6,F,,F
7,F,F,F
`
const scores = 'case;anna;master\n1;1,5;2\n2;3;3\n3;5;4,5\n4;7;7\n5;;5\n'
const long = `case,rater,value,variable,target
c1,anna,F,class,
c1,master,F,class,
c2,anna,Ds,class,
c2,master,F,class,
c3,anna,F,class,
c3,master,Ds,class,
c4,master,Ds,class,
c4,anna,Ds,class,
c1,anna,4,loving,mother
c1,master,5.5,loving,mother
c2,anna,3,loving,mother
c2,master,3,loving,mother
c3,anna,-1,loving,mother
c3,master,0,loving,mother
c1,anna,,loving,father
c1,master,,loving,father
`
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')
/** Small files that show every layout. */
export const exampleFiles = {
  'wide.csv': wide,
  'scores.csv': scores,
  'long.csv': long,
  'table.csv': '"anna \\ master",F,Ds\r\nF,20,5\r\nDs,10,15\r\n',
  'utf16.tsv': utf16(wide.replaceAll(',', '\t')),
  'weights.csv': ',F,Ds,E\nE,0,0.5,1\nF,1,0.25,0\nDs,0.25,1,0.5\n',
  'bare-weights.csv': '1;0,25;0\n0,25;1;0,5\n0;0,5;1\n',
}
