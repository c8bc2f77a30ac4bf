@echo off
rem SEISM on the command line; see the comment in the file "seism".
setlocal
set "HOME_DIR=%~dp0"
set "BUILT=%HOME_DIR%target\launcher.built"
if not exist "%BUILT%" goto build
powershell -NoProfile -Command "$t = (Get-Item -LiteralPath $env:BUILT).LastWriteTime; $n = Get-ChildItem -Recurse -LiteralPath ($env:HOME_DIR + 'src\main'), ($env:HOME_DIR + 'src\host'), ($env:HOME_DIR + 'pom.xml'), ($env:HOME_DIR + 'plugin.xml') | Where-Object { $_.LastWriteTime -gt $t } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }"
if not errorlevel 1 goto run

:build
echo seism: compiling; on first use Maven fetches the libraries, about a minute ... 1>&2
if exist "%HOME_DIR%target\lib" rmdir /s /q "%HOME_DIR%target\lib"
if not exist "%HOME_DIR%target" mkdir "%HOME_DIR%target"
type nul > "%BUILT%.new"
call mvn -q -B -ntp -DskipTests -f "%HOME_DIR%pom.xml" process-classes 1>&2
if errorlevel 1 (
  echo seism: the build failed; what Maven says stands above. 1>&2
  exit /b 1
)
move /y "%BUILT%.new" "%BUILT%" >nul

:run
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "MAIN=org.seism.cli.Main"
if /i "%~1"=="workflow" set "MAIN=org.seism.host.Main"
"%JAVA%" "@%HOME_DIR%src\dist\bin\java.options" %SEISM_JAVA_OPTS% -cp "%HOME_DIR%target\classes;%HOME_DIR%target\lib\*" %MAIN% %*
exit /b %errorlevel%
