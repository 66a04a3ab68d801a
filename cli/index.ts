import { runProgram } from './program'

process.exit(await runProgram(process.argv.slice(2)))
